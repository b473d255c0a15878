## El segundo paso
second-step = Segundo paso
second-step-text = Después de la contraseña se le pide un código que una aplicación de su teléfono renueva cada medio minuto. Quien conozca su contraseña aun así no puede iniciar sesión. Las llaves de acceso no necesitan segundo paso.
no-second-step = Ninguno: basta la contraseña.
authenticator = Aplicación de autenticación
second-step-since = desde el { $date }
recovery-codes-left = { $count ->
    [one] queda un código de recuperación
   *[other] quedan { $shown } códigos de recuperación
}
second-step-add = Añadir un segundo paso
second-step-add-lead = Muestre este secreto a una aplicación de autenticación y escriba después el código que ella muestra.
second-step-scan = Llevar el secreto a la aplicación
second-step-picture = El secreto como código QR, para leerlo con la aplicación
second-step-open = Abrirlo en la aplicación de este dispositivo
second-step-type = O escríbalo en la aplicación:
second-step-confirm = Escribir el código
second-step-confirm-button = Confirmar y activar
second-step-code-hint = Los seis dígitos que la aplicación muestra ahora.
second-step-back = Volver a su espacio de trabajo, sin segundo paso
second-step-remove = Desactivar el segundo paso
second-step-was-reset = El { $date } la administración retiró su segundo paso. Añada uno nuevo. Si usted no lo pidió, avísele.
second-step-request = Usted obliga a una parte y solo una contraseña protege su cuenta. Añada una llave de acceso o un segundo paso.

## Códigos de recuperación
recovery-codes = Códigos de recuperación
recovery-codes-lead = Cada uno vale una sola vez por un código de la aplicación, si no la tiene a mano.
recovery-codes-once = No se muestran otra vez. Imprímalos o anótelos, y guárdelos aparte de su teléfono.
recovery-codes-kept = Los he guardado: volver a su espacio de trabajo
recovery-codes-renew = Crear nuevos códigos de recuperación
signed-in-with-recovery = { $count ->
    [0] Inició sesión con su último código de recuperación: no queda ninguno. Cree nuevos.
    [one] Inició sesión con un código de recuperación: queda uno.
   *[other] Inició sesión con un código de recuperación: quedan { $shown }.
}

## El código al iniciar sesión
code = Escribir el código
code-lead = La contraseña es correcta. Su cuenta pide además un segundo paso.
code-help = Sin la aplicación, escriba uno de sus códigos de recuperación. Sin ellos, pida a la administración de esta instalación que retire el segundo paso.
code-back = Volver a la página de inicio de sesión

## Para la administración
reset-second-step = Retirar el segundo paso
reset-second-step-text = Para quien perdió su teléfono y sus códigos de recuperación. Cerciórese de que es esa persona quien lo pide. Después basta la contraseña; se le avisa la próxima vez que inicie sesión.

## Campos
field-code = Código
field-second-password = Contraseña actual
field-second-code = Código
field-passkey-code = Código
field-old-code = Código
field-code-hint = Los seis dígitos que su aplicación muestra ahora, o un código de recuperación.

## Lo que se hizo
done-second-step = El segundo paso está activado. Guarde estos códigos de recuperación.
done-second-step-removed = El segundo paso está desactivado: ahora basta la contraseña.
done-second-step-reset = El segundo paso está retirado. Se avisa a la persona la próxima vez que inicie sesión.
done-recovery-codes = Estos son sus nuevos códigos de recuperación; los anteriores ya no valen.

## Lo que se rechazó
refused-second-step-there = Su cuenta ya tiene un segundo paso. Desactívelo primero.
refused-no-second-step = No hay segundo paso.
refused-second-step-over = Tardó demasiado. Empiece de nuevo.
refused-wrong-code = Este código no vale ahora. Espere el siguiente y escríbalo: cada uno cuenta una sola vez.
refused-code-over = Tardó demasiado, o hubo demasiados códigos equivocados. Escriba otra vez la contraseña.
refused-own-second-step = Desactive su propio segundo paso en su espacio de trabajo, con contraseña y código, o pídalo a otra persona de la administración.
