### Palabras de los avisos y del correo. Números y fechas llegan aquí con su formato.

## La página de avisos
notices = Avisos
notices-unseen = { $count ->
    [one] { $shown } nuevo
   *[other] { $shown } nuevos
}
notices-lead = Lo que pasó en los últimos { $days } días y concierne a sus funciones.
notices-new = Nuevos
notices-earlier = Vistos antes
notices-empty = Todavía no ha pasado nada. Cuando la otra parte proponga o responda, o alguien comente un borrador de su parte, estará aquí.
notices-nothing-new = No ha pasado nada nuevo desde entonces.
notices-see = Marcar todo como visto
notices-more = { $count ->
    [one] Solo se muestra el último aviso.
   *[other] Solo se muestran los últimos { $shown } avisos.
}
notices-choice = Elegir cuándo recibir correo sobre los avisos

## Lo que pasó
notice-proposed = { $voice } presentó una propuesta a su parte.
notice-proposed-own = Su parte ({ $voice }) presentó una propuesta.
notice-accepted = { $voice } aceptó una propuesta.
notice-objected = { $voice } objetó una propuesta.
notice-withdrawn = { $voice } retiró su propuesta.
notice-agreed = Las partes llegaron a un acuerdo.
notice-commented = { $name } comentó, dentro de su parte.
notice-commented-somebody = Alguien de su parte hizo un comentario.
notice-told = { $name } le dice algo en un comentario, dentro de su parte.
notice-told-somebody = Alguien de su parte le dice algo en un comentario.
notice-assigned = { $name } le ha dado un borrador para que lo continúe.
notice-assigned-somebody = Alguien de su parte le ha dado un borrador para que lo continúe.
notice-disputed = { $voice } impugna lo que consta.
notice-diverged = { $voice } dice que los idiomas de una ficha no concuerdan.
notice-in-doubt = quizá ya iba en un correo del { $date }: el servidor no dijo si lo tomó

## Idioma y correo
choice = Idioma y correo
choice-lead = El correo sobre los avisos va a { $mail }.
choice-no-mail = Esta instalación no envía correo. Lo que le concierne está en “Avisos”; su elección valdrá en cuanto se envíe.
choice-bounce = No se pudo entregar un correo a su dirección el { $date }: el servidor lo rechazó con el código { $reply }. No se envía nada más hasta que guarde de nuevo su elección. Si la dirección está equivocada, avise a la administración.
choice-button = Guardar la elección
done-chosen = Su elección quedó guardada.
field-mail-choice = Correo sobre los avisos
field-mail-choice-hint = El correo dice qué pasó y de quién viene; las palabras mismas se leen aquí.
mail-choice-at-once = enseguida
mail-choice-daily = una vez al día
mail-choice-weekly = una vez a la semana, el lunes
mail-choice-never = nunca
account-mail = Correo
account-bounce = no se pudo entregar un correo el { $date } (código { $reply })
account-doubt = un correo del { $date } está en duda: el servidor no dijo si lo tomó; no se envía de nuevo

## Invitaciones por correo
invited-by-mail = La invitación se envió por correo a { $name }, a { $mail }.
invited-by-mail-lost = Si no llega, haga otra invitación; la anterior ya no vale entonces.
invited-not-by-mail = La invitación no se pudo enviar por correo. Puede entregar el enlace usted.

## Cartas
letter-greeting = Buen día, { $name }:
letter-notices-subject = { $count ->
    [one] { $shown } aviso del registro
   *[other] { $shown } avisos del registro
}
letter-notices-lead = { $count ->
    [one] Esto pasó:
   *[other] Esto pasó, lo más reciente primero:
}
letter-again = Esto quizá ya iba en un correo anterior; el servidor no dijo si lo tomó:
letter-reticent = Lo que está entre las partes o es solo de la suya no va en este correo. Se lee después de abrir una sesión.
letter-all = Todos los avisos
letter-why = Recibe este correo por sus funciones en este registro. Elija aquí cuándo recibirlo, o que no se envíe:
letter-choice = Idioma y correo
letter-invitation-subject = Su invitación al registro
letter-invitation-lead = Se hizo una cuenta para usted. Con este enlace elige una contraseña:
letter-invitation-open = Elegir una contraseña
letter-invitation-alone = El enlace es solo para usted: no reenvíe este correo. Si no esperaba una invitación, no tiene que hacer nada.
