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
    [0] ninguna
    [one] una
   *[other] { $shown }
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
add-account-button = Agregar e invitar
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

## Las partes al trabajo
workspace-side = { $voice } en la { $partnership }
workspace-waiting = { $count ->
    [one] { $shown } propuesta le espera
   *[other] { $shown } propuestas le esperan
}
side-title = Espacio de trabajo: { $voice }
side-lead = Lo que su parte prepara queda aquí hasta que lo propone. Lo que está entre las partes es solo para las partes hasta que todas estén de acuerdo.
side-waits-for-you = Le espera
side-waits-for-you-empty = Nada espera respuesta de su parte.
side-waits-for-them = Espera a las demás
side-waits-for-them-empty = Su parte no ha propuesto nada que siga pendiente.
side-accepted = Aceptadas por su parte, todavía no por todas
side-over = Acordado o cerrado hace poco
side-over-empty = Hasta ahora no se ha propuesto nada.
side-drafts = Borradores de su parte
side-drafts-empty = No hay borradores. Empiece uno, o abra una ficha y elija “Para las partes: proponer otras palabras”.
propose-other-words = Para las partes: proponer otras palabras
proposed-by = propuesto por { $voice }
objected-by = objeta { $voice }
account-of-program = el programa
lot-accept = Aceptar las elegidas por { $voice }
lot-propose = Proponer los elegidos por { $voice }
lot-accepted = { $count ->
    [one] { $shown } propuesta aceptada.
   *[other] { $shown } propuestas aceptadas.
}
lot-proposed = { $count ->
    [one] { $shown } borrador propuesto.
   *[other] { $shown } borradores propuestos.
}
lot-refused = “{ $title }”: { $what }
progress-open = pendiente
progress-accepted = aceptado por todas, se está sellando
progress-sealed = acordado
progress-withdrawn = retirado
progress-overtaken = superado por otra versión

## Borradores
draft = Borrador
draft-untitled = Borrador sin título
draft-new-commitment = Empezar un compromiso nuevo
draft-from-record = Para cambiar lo que consta, abra su página y elija “Para las partes: proponer otras palabras”.
draft-begin = Redactar otras palabras
draft-begin-lead = El borrador parte de las palabras vigentes: “{ $title }”. Solo su parte lo ve hasta que se propone.
draft-begin-button = Empezar un borrador
draft-others = Borradores abiertos de esta ficha
draft-written = escrito por { $name } el { $date }
draft-saved = El borrador está guardado. Abajo ve lo que cambiaría.
draft-save = Guardar el borrador
draft-propose = Proponerlo
draft-propose-text = Las otras partes leen las palabras guardadas por última vez, en los tres idiomas. Nadie más las ve hasta que todas estén de acuerdo. Puede retirar la propuesta hasta que se selle.
draft-propose-button = Proponer estas palabras
draft-propose-others = Lo propone la copresidencia o el secretariado de su parte.
draft-meant = Hemos leído las diferencias entre los idiomas; son intencionales.
draft-discard = Descartar el borrador
date-hint = Por ejemplo 30 de junio de 2027, otoño de 2027, a más tardar en 2030; de un día a otro 2027-07-17/2027-09-04.
date-understood = Se entendió como:
draft-versions = Versiones anteriores de este borrador
draft-version = Versión { $number }, { $by }
compared-with-version = Comparado con la versión { $number } de este borrador.
compared-with-nothing-more = La propuesta está cerrada; estas son sus palabras.
text-stale = Cambió después en { $languages }: vea si el texto sigue diciendo lo mismo.
text-missing = Falta

## Comparar
compared = Como lo leerán las demás
compared-with = Comparado con lo vigente: { $standing }.
compared-with-nothing = Todavía no hay nada vigente que esto cambie.
compared-with-last = Comparado con la propuesta anterior.
compare-standing = Comparar con lo vigente
compare-last = Comparar con la propuesta anterior
differing = Los idiomas difieren
differing-text = Se comparan los números, las fechas, las partes y la fuerza de los verbos. Corrija los textos o diga que la diferencia es intencional.
differing-what = { $text }: { $aspect }
differing-in = { $language }: { $words }
differing-nothing = ninguno
aspect-numbers = números
aspect-dates = fechas
aspect-parties = partes nombradas
aspect-obligation = obligación
aspect-latitude = posibilidad o intención
aspect-negation = negación

## Propuestas
proposal = Propuesta
proposal-is-open = Propuesto por { $voice }; espera respuesta.
proposal-is-accepted = Todas las partes han aceptado; { $voice } sella.
proposal-is-sealed = Acordado: propuesto y sellado por { $voice }.
proposal-is-withdrawn = Retirado por { $voice }.
proposal-is-overtaken = Entretanto se acordó otra versión.
proposal-words = Las palabras
proposal-made = Propuesto
proposal-made-by = por { $voice } ({ $right }) el { $date }
proposal-code = Código de estas palabras
proposal-code-hint = Ambas partes ven el mismo código junto a las mismas palabras: léanselo antes de aceptar.
proposal-record = Ficha
proposal-record-page = Su página pública
answers = Respuestas
answered = { $act } por { $voice } ({ $right }) el { $date }
do-accept = Aceptar
do-accept-text = Con este acto { $voice } acuerda estas palabras en los tres idiomas. No puede retirarse una vez sellado.
do-accept-button = Aceptar por { $voice }
do-object = Objetar
do-object-text = La otra parte lee su motivo. La propuesta sigue pendiente hasta que se retire.
do-object-button = Objetar por { $voice }
do-counter = Proponer otra cosa
do-counter-text = Un borrador parte de estas palabras. Para que su propuesta pueda aceptarse, antes se retira la otra.
do-counter-button = Empezar un borrador por { $voice }
do-withdraw = Retirar
do-withdraw-text = { $voice } retira la propuesta. Nada de ella se hace público.
do-withdraw-button = Retirar por { $voice }
do-dispute = Controvertir
do-dispute-text = Lo que dice { $voice } se muestra a todos junto a esta ficha, y ahí queda. La situación de la ficha no cambia.
do-dispute-button = Controvertir por { $voice }
do-diverge = Los idiomas no concuerdan
do-diverge-text = Lo que dice { $voice } se muestra a todos junto a esta ficha, hasta que las partes corrijan el texto y después.
do-diverge-button = Decirlo por { $voice }
do-remark = Lo que hay que decir
do-reason = Motivo

## Comentarios
comments = Comentarios de su parte
comments-hint = Solo su parte los lee.
comment-label = Comentario
comment-button = Comentar
comment-by = { $name } el { $date }

## Por corregir
refused-date = No se entendió esta fecha: escríbala como en el ejemplo.
refused-draft-gone = Este borrador ya no está aquí.
refused-draft-closed = Este borrador se archivó. Empiece otro.
refused-draft-meanwhile = Alguien de su parte cambió el borrador entretanto. Lo que escribió sigue aquí: abra el borrador en otra ventana, tome lo que cambió y guarde de nuevo allí.
refused-draft-too-many = Hay demasiados borradores o versiones. Antes proponga o descarte algunos.
refused-comment-empty = El comentario está vacío.
refused-comment-too-long = El comentario es demasiado largo.
refused-text-unclean = El texto tiene caracteres ocultos o mezcla alfabetos en una palabra. Escríbalo de nuevo.
refused-missing = { $text }: falta en { $language }. Todos los idiomas se acuerdan juntos.
refused-unclean-text = { $text }: caracteres ocultos o alfabetos mezclados en una palabra. Escríbalo de nuevo.
refused-differing = Los idiomas difieren. Corrija los textos o diga que es intencional.
refused-nothing-changes = Estas palabras ya están acordadas: nada cambiaría.
refused-open = Su parte tiene otro acto pendiente sobre esta versión. Retírelo antes o espere la respuesta.
refused-not-by-role = Sus funciones no lo permiten. Pídalo a alguien de su parte que pueda hacerlo.
refused-not-party = Esta voz no es parte de la asociación.
refused-not-proposable = Esto no puede proponerse así.
refused-not-open = Esta propuesta ya no está pendiente.
refused-wrong-side = Esta respuesta no le corresponde a su parte.
refused-already-accepted = Su parte ya la aceptó.
refused-unreadable = Un texto de la propuesta no puede leerse aquí, por lo que no puede aceptarse.
refused-no-reason = Dé un motivo: la otra parte lo lee.

signing-title = Firmar con su llave de acceso
signing-lead = Con esto obliga a su parte. Cada código está en la página de su propuesta para compararlo, en otra pantalla si puede. Pulse el botón cuando haya leído: su dispositivo verifica que es usted y firma solo estos actos.
signing-failed = El navegador no dio ninguna firma y no se escribió nada. Firme de nuevo o vuelva.
signing-propose = Proponer: { $title }
signing-accept = Aceptar: { $title }
signing-withdraw = Retirar: { $title }
signing-code = código { $code }
signing-button = Firmar
signing-back = Volver sin firmar
refused-not-signed = Su cuenta tiene una llave de acceso que permanece en un solo dispositivo y obliga a su parte con ella. Firme con ella, en la dirección en que aquí se guardan las llaves de acceso.
refused-signing-over = Tardó demasiado, o usted empezó a firmar otra cosa. No se escribió nada; hágalo una vez más.
refused-other-signature = La firma no es de lo que se escribiría: pudo cambiar mientras usted firmaba. No se escribió nada; véalo de nuevo y firme.
refused-too-many-to-sign = Se pueden firmar 250 a la vez como máximo. No se escribió nada; elija menos.
