## Datos de un borrador
fact-section-form = Qué es
fact-measure = Qué cuenta
fact-person-there = Quién
measure-participants = personas que participaron
measure-personnel = personas enviadas
choose-none = –
name-hint = Empiece a escribir un nombre y elija uno de los que se ofrecen. También sirve la dirección de la página de una ficha.
text-of-all-languages = En todos los idiomas
refused-of-field = { $field }: { $what }
refused-needed = este dato es necesario.
refused-neither = Indique uno de estos datos: { $fields }.
refused-none-chosen = elija al menos uno.
refused-number = escriba un número entero a partir de 1.
refused-value = escriba un número, con o sin decimales.
refused-country = escriba dos letras mayúsculas.
refused-not-offered = ninguna ficha de aquí tiene el nombre “{ $name }”. Elija uno de los que se ofrecen.
refused-facts = Los datos no concuerdan entre sí. Revíselos una vez más.

## Una ficha nueva
draft-new-kind = O empezar el borrador de otra ficha
draft-new-kind-button = Continuar
draft-new-lead = Primero lo indispensable. Lo demás viene después, y todo se puede cambiar hasta que se proponga.
draft-new-lead-bare = Se empieza un borrador; lo que dice viene después. Solo su parte lo ve hasta que se proponga.
