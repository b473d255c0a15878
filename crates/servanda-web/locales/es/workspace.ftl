## Iniciar y cerrar sesión
workspace-link = Su espacio
sign-in = Iniciar sesión
sign-in-lead = Para quienes llevan este registro o acuerdan lo que consta en él. Todo lo publicado se puede leer sin iniciar sesión.
sign-in-help = Si perdió su contraseña, pida una nueva invitación a la administración de esta instalación.
sign-out = Cerrar sesión
sign-out-everywhere = Cerrar todas las sesiones
to-mend = Hay algo que corregir
demonstration = Esto es una demostración
demonstration-text = Estas cuentas no representan a ninguna persona real. Todas tienen la misma contraseña. Nada de lo que se hace aquí es acto de un gobierno.
demonstration-password = Contraseña de todas

## Invitaciones
invitation = Elegir una contraseña
invitation-lead = Le damos la bienvenida, { $name }. Con una contraseña propia podrá iniciar sesión de aquí en adelante.
invitation-first = Nadie tiene todavía una cuenta aquí. Quien cree esta lleva las cuentas de la instalación: la administración agrega personas y les da funciones, y no puede cambiar ni firmar lo asentado.
invitation-over-title = Esta invitación ya no es válida
invitation-over = Ya se usó, venció o fue sustituida por otra más reciente. Pida otra a la administración de esta instalación.
invitation-button = Elegir esta contraseña

## El espacio de trabajo
workspace = Su espacio de trabajo
workspace-lead = Lo que puede hacer aquí. Las páginas públicas son las mismas para usted que para todo el mundo.
your-account = Su cuenta
change-password = Cambiar la contraseña
change-password-text = Con ello terminan todas las sesiones, en todos los dispositivos; aquí la suya sigue abierta.
account-roles = Funciones
no-roles = Ninguna todavía: las da la administración.
sessions = Sesiones
session-count = { $count ->
    [one] una, en este dispositivo
   *[other] { $shown }, incluida esta
}
refused-sign-ins = Sesiones rechazadas
refused-before = { $count ->
    [one] Antes de iniciar su sesión, se probó una vez una contraseña equivocada con su dirección.
   *[other] Antes de iniciar su sesión, se probaron { $shown } veces contraseñas equivocadas con su dirección.
}

## Llaves de acceso
passkeys = Llaves de acceso
passkeys-text = Una llave de acceso es una llave que guarda su teléfono, su computadora o su llave de seguridad. Inicia su sesión aquí después de que el dispositivo verificó que es usted, y no sirve en ningún otro sitio. Su contraseña se conserva.
no-passkeys = Ninguna todavía.
passkeys-lacking = Una llave de acceso se agrega en un navegador que conoce las llaves de acceso y ejecuta el script de esta página.
passkeys-not-here = Este sitio está en una dirección para la cual los navegadores no crean llaves de acceso.
add-passkey = Agregar una llave de acceso
remove-passkey = Quitar
remove-passkey-text = Las sesiones iniciadas con una llave de acceso terminan cuando se quita. Bórrela también en el dispositivo.
passkey-added-on = agregada el { $date }
passkey-used-on = usada por última vez el { $date }
passkey-never-used = sin usar todavía
passkey-on-one = se queda en un solo dispositivo
passkey-on-many = se puede copiar a sus otros dispositivos
passkey-make = Crear la llave de acceso
passkey-make-lead = Su navegador pregunta dónde guardarla, y el dispositivo verifica que es usted.
passkey-sign-in = Iniciar sesión con una llave de acceso
passkey-sign-in-lead = Su navegador pregunta cuál, y el dispositivo verifica que es usted.
passkey-or-password = O con su contraseña:
passkey-ask-again = Pedir de nuevo
passkey-back = Volver a su espacio de trabajo
passkey-password = Iniciar sesión con una contraseña
passkey-lack = Esta página necesita un navegador que conozca las llaves de acceso y ejecute su script.
passkey-failed = El navegador no dio ninguna llave de acceso. Pida de nuevo o siga sin ella.

## Las cuentas, para la administración
workspace-people = Cuentas
workspace-people-lead = Quién puede iniciar sesión en esta instalación y con qué funciones. Quien da las funciones aquí no puede cambiar ni firmar lo asentado.
accounts = Las que hay
add-account = Agregar una cuenta
add-account-button = Agregar y mostrar la invitación
invited = Invitación
invited-lead = Un enlace para entregar.
invited-hand-over = Entregue este enlace a { $name }, y a nadie más: quien lo abra elige la contraseña.
invited-until = Vale hasta el { $date }, una sola vez.
invited-once = No se vuelve a mostrar. Si se pierde, haga una nueva invitación; la anterior deja entonces de valer.
account-closed-on = cerrada el { $date }
account-last-sign-in = última sesión iniciada el { $date }
account-invited = con invitación, sin contraseña todavía
account-never = tiene contraseña, nunca ha iniciado sesión
account-not-taken-up = la invitación venció sin usarse
account-id = Identificador en los diarios
account-standing = Situación
no-roles-of-account = Ninguna.
give-role = Dar una función
revoke = Retirar
invite-again = Hacer una nueva invitación
invite-again-text = Para una contraseña perdida o una invitación vencida. La contraseña actual vale hasta que se elija otra.
close-account = Cerrar la cuenta
close-account-text = Sus sesiones terminan y nadie puede volver a usarla. Lo que se hizo con ella sigue asentado. Esto no se puede deshacer; se puede crear otra cuenta con la misma dirección de correo.

## Campos
field-name = Nombre
field-mail = Dirección de correo
field-password = Contraseña
field-old-password = Contraseña actual
field-new-password = Nueva contraseña
field-new-password-hint = { $count ->
    [one] Al menos un carácter.
   *[other] Al menos { $shown } caracteres. Varias palabras sin relación entre sí se recuerdan bien y se adivinan mal.
}
field-label = Nombre de la llave de acceso
field-label-hint = Cómo llama al dispositivo que la guarda, por ejemplo «teléfono» o «llave gris».
field-passkey-password = Contraseña actual
field-language = Idioma
choose = Elija
field-role = Función
field-role-hint = La administración no tiene asociación ni voz; para ella, los dos campos de abajo no cuentan.
field-partnership = Asociación
field-voice = Voz
field-voice-hint = Para quién vale la función: { $voices }, o el nombre corto de un observador.

## Funciones
account-role-administrator = Administración de esta instalación
account-role-registrar = Registro
account-role-co-chair = Copresidencia
account-role-secretariat = Secretariado
account-role-officer = Enlace técnico
account-role-delegate = Delegación
account-role-observer = Observación
grant-of = { $role } por { $voice } – { $partnership }

## Lo que se hizo
done-password = La contraseña quedó elegida.
done-passkey = La llave de acceso quedó agregada.
done-passkey-removed = La llave de acceso quedó quitada.
done-granted = La función quedó dada.
done-revoked = La función quedó retirada.
done-closed = La cuenta quedó cerrada.
done-signed-out = Su sesión está cerrada.
done-everywhere = Todas sus sesiones terminaron.

## Lo que se rechazó
refused-not-allowed = Solo la administración puede hacer esto.
refused-no-name = Escriba un nombre.
refused-name-too-long = Escriba un nombre más corto.
refused-name-unclean = El nombre contiene caracteres que no se ven o mezcla dos alfabetos. Escríbalo de nuevo.
refused-no-mail = Escriba una dirección de correo, como nombre@ejemplo.org.
refused-mail-taken = Otra cuenta tiene esta dirección de correo. Ciérrela primero o dé otra dirección.
refused-too-many-accounts = Esta instalación tiene tantas cuentas como puede tener.
refused-no-such-account = No hay tal cuenta.
refused-closed = La cuenta está cerrada.
refused-too-many-roles = La cuenta tiene tantas funciones como puede tener. Retire una primero.
refused-not-granted = La cuenta no tiene esta función.
refused-last-administrator = No quedaría nadie para llevar las cuentas. Agregue primero otra administración.
refused-invitation-over = La invitación ya no es válida. Pida otra a la administración.
refused-too-short = Elija una contraseña más larga.
refused-too-long = Elija una contraseña más corta.
refused-guessable = Esta contraseña se adivina con facilidad. Tome varias palabras sin relación entre sí.
refused-wrong-password = Esta no es la contraseña actual.
refused-not-recognised = La dirección de correo y la contraseña no corresponden. Revise ambas e intente de nuevo.
refused-no-label = Escriba un nombre para la llave de acceso.
refused-label-too-long = Escriba un nombre más corto para la llave de acceso.
refused-too-many-passkeys = Su cuenta tiene tantas llaves de acceso como puede tener. Quite una primero.
refused-no-such-passkey = No hay tal llave de acceso.
refused-passkey-known = Esta llave de acceso ya se conoce.
refused-passkey-not-taken = Lo que envió el dispositivo no se puede tomar aquí. Debe verificar quién lo usa y crear una llave del tipo ES256 o EdDSA. Intente de nuevo o con otro dispositivo.
refused-passkey-over = Esto tardó demasiado. Comience de nuevo.
refused-passkey-not-recognised = Esta llave de acceso no se reconoce aquí. Pruebe con otra o inicie sesión con su contraseña.
refused-already-founded = Ya hay una administración. Pídale una invitación.
refused-too-often = { $count ->
    [one] Demasiados intentos. Intente de nuevo en un minuto.
   *[other] Demasiados intentos. Intente de nuevo en { $shown } minutos.
}
refused-no-role = Elija una función.
refused-no-partnership = Elija una asociación.
refused-no-voice = Escriba el nombre corto de una voz: letras, cifras y guiones.

## Errores
signed-out-title = Su sesión terminó
signed-out-what = El formulario no se tomó, porque ya no hay aquí ninguna sesión abierta. Lo que escribió sigue en su navegador.
signed-out-next = Inicie sesión en «Su espacio» en otra ventana, luego regrese al formulario y envíelo de nuevo.
forbidden-title = Esta página no es para sus funciones
forbidden-what = Su sesión está abierta, y ninguna de sus funciones da acceso a esta página.
forbidden-next = Si la necesita, pida la función a la administración de esta instalación.
other-site-title = Este formulario no vino de este sitio
other-site-what = Algo se envió aquí desde una página de otro sitio. No se tomó, y nada cambió.
other-site-next = Si quería enviarlo, abra la página en este sitio y llene su formulario.
too-large-title = Es más de lo que se puede enviar de una vez
too-large-what = El formulario no se tomó, y nada cambió.
too-large-next = Regrese, acorte lo que escribió y envíelo de nuevo.
