# Palabras en pantalla, español (México). Frases sencillas, sin reproches.

## El sitio
site-title = Lo pactado obliga
site-lead = Servanda es un registro público de lo que los gobiernos han acordado hacer juntos: cada compromiso, quién lo debe, para cuándo y el pasaje del que proviene.
claim = Un registro en el que toda alteración se nota y que cualquiera puede verificar.
home = Inicio
about = Acerca de este registro
about-this-page = Acerca de esta página
skip-to-content = Ir al contenido
language-choice = Idioma
parts = Partes de este registro
where-you-are = Dónde está
search = Búsqueda
search-button = Buscar
as-recorded-on = Según el registro al
cite-as-label = Cómo citar
cite-as = { $partnership } – registro Servanda. «{ $title }». { $address } (consultado el { $date }).
cite-as-site = Registro Servanda. «{ $title }». { $address } (consultado el { $date }).
permanent-address = Dirección permanente
more-forms = Esta página como
as-data = Datos (JSON)
as-proof = Asiento en el diario

## Inicio
registers-kept-here = Registros que se llevan aquí
no-registers = Aquí todavía no se lleva ningún registro. Cargue un conjunto de datos descrito con «servanda load».
what-this-is = Qué es esto
what-read-title = Del documento
what-read = Cada ficha se apoya en pasajes de documentos publicados. Puede leer el pasaje en su lugar e ir de cualquier pasaje marcado a lo que de él se registró.
what-agree-title = En tres idiomas
what-agree = El español, el francés y el inglés aparecen lado a lado. Ninguna versión es traducción de otra, y todas se leen en cada página.
what-check-title = A la prueba
what-check = Todo se asienta en un diario firmado al que solo se agrega. Cualquiera puede descargarlo y verificar que nada se reescribió.
state-today = La asociación hoy
state-commitments = { $count ->
    [one] compromiso
   *[other] compromisos
}
state-caveat = Estas cifras cuentan lo que los documentos publicados dicen que se asumió. No dicen qué se cumplió: ninguna de las partes ha informado aquí todavía de sus avances.
by-body = Compromisos por órgano
last-recorded-on = Último asiento: { $date }.
last-recorded = Últimos asientos
recorded = { $act }: { $what }

## Situación
standing-documented = Documentado
standing-proposed = Propuesto
standing-agreed = Acordado
standing-superseded = Sustituido
standing-concluded = Concluido
standing-retracted = Retirado
standing-meaning-documented = Tomado de un documento publicado por quien lleva el registro. Las partes no han confirmado aquí estas palabras.
standing-meaning-proposed = Presentado por una parte; las demás aún no lo han aceptado.
standing-meaning-agreed = Acordado por todas las partes, con las mismas palabras en cada idioma auténtico.
standing-meaning-superseded = Sustituido por una versión acordada posterior.
standing-meaning-concluded = Terminado por acuerdo de las partes.
standing-meaning-retracted = Retirado por quien lo declaró. Sigue visible, con el motivo.

## Clases
kind-partnership = Asociación
kind-party = Parte
kind-institution = Institución
kind-person = Persona
kind-post = Cargo
kind-term = Periodo en el cargo
kind-body = Órgano
kind-instrument = Instrumento
kind-section = Pilar o tema
kind-meeting = Reunión
kind-commitment = Compromiso
kind-recommendation = Recomendación
kind-observation = Observación
kind-participation = Participación
kind-engagement = Actividad
kind-figure = Cifra
kind-document = Documento
kinds-partnership = Asociaciones
kinds-party = Partes
kinds-institution = Instituciones
kinds-person = Personas y cargos
kinds-post = Cargos
kinds-term = Periodos en el cargo
kinds-body = Órganos
kinds-instrument = Instrumentos
kinds-section = Pilares y temas
kinds-meeting = Reuniones
kinds-commitment = Compromisos
kinds-recommendation = Recomendaciones
kinds-observation = Preguntas y declaraciones
kinds-participation = Participantes
kinds-engagement = Misiones, despliegues y programas
kinds-figure = Cifras
kinds-document = Documentos
kind-meaning-partnership = Aquello sobre lo que se lleva un registro: sus partes, instrumentos y órganos.
kind-meaning-party = Un Estado que puede obligarse. Todas las partes son iguales.
kind-meaning-institution = Una organización, con sus nombres en cada idioma.
kind-meaning-person = Un ser humano, con tan pocos datos personales como la ficha requiera.
kind-meaning-post = Un puesto que permanece aunque cambie su titular, como una copresidencia.
kind-meaning-term = Una persona que ocupa un cargo.
kind-meaning-body = Un comité, grupo de trabajo, diálogo o laboratorio.
kind-meaning-instrument = Un texto que las partes adoptan: marco, memorándum, plan de acción o plan de trabajo.
kind-meaning-section = Una parte de un instrumento bajo la cual figuran compromisos.
kind-meaning-meeting = Una sesión de la asociación o de un órgano.
kind-meaning-commitment = Una cosa que las partes, o una de ellas, asumen hacer.
kind-meaning-recommendation = Lo que alguien pide que haga una parte o un órgano.
kind-meaning-observation = Lo que alguien preguntó o declaró en nombre propio sobre un asunto de la asociación.
kind-meaning-participation = La presencia de alguien en una reunión, en qué calidad y por cuál de las partes.
kind-meaning-engagement = Lo que sigue a una convocatoria o a un plan: un despliegue, una misión, un curso, un programa.
kind-meaning-figure = Un número tomado de un documento, con lo que cuenta, cuándo y el pasaje.
kind-meaning-document = Bytes tal como se recibieron, nunca alterados. De ellos se lee el texto.
intro-partnership = Las asociaciones cuyos registros se llevan aquí.
intro-party = Las partes de la asociación.
intro-institution = Las organizaciones que participan.
intro-person = Quién ocupó qué cargo, según los documentos. También figuran los cargos sin titular conocido.
intro-post = Los puestos de la asociación y de sus órganos.
intro-term = Quién ocupó qué cargo.
intro-body = Los grupos de trabajo, diálogos y mecanismos de la asociación.
intro-instrument = Los textos que las partes han adoptado, con sus pilares y temas.
intro-section = Las partes de instrumentos bajo las cuales figuran compromisos.
intro-meeting = Las reuniones anuales, con sede alternada, y las sesiones de los grupos en sus propias fechas.
intro-commitment = Lo que las partes han asumido hacer, una cosa a la vez, cada una con el pasaje del que proviene.
intro-recommendation = Lo que se pidió a las partes y a los órganos, y quién lo pidió.
intro-observation = Lo que se preguntó y se declaró sobre asuntos de la asociación, y quién lo hizo.
intro-participation = Quién participó en qué reunión.
intro-engagement = Los contingentes enviados, las misiones, los cursos y los programas realizados conforme a los instrumentos de la asociación.
intro-figure = Números tomados de los documentos. Los grupos pueden traslaparse: aquí nada se suma.
intro-document = Los documentos en los que se apoya el registro, con los pasajes marcados.

## Cantidades
count-commitments = { $count ->
    [one] { $shown } compromiso
   *[other] { $shown } compromisos
}
count-bodies = { $count ->
    [one] { $shown } órgano
   *[other] { $shown } órganos
}
count-meetings = { $count ->
    [one] { $shown } reunión
   *[other] { $shown } reuniones
}
count-documents = { $count ->
    [one] { $shown } documento
   *[other] { $shown } documentos
}
count-instruments = { $count ->
    [one] { $shown } instrumento
   *[other] { $shown } instrumentos
}
count-sections = { $count ->
    [one] { $shown } pilar o tema
   *[other] { $shown } pilares y temas
}
count-people = { $count ->
    [one] { $shown } persona
   *[other] { $shown } personas
}
count-posts = { $count ->
    [one] { $shown } cargo
   *[other] { $shown } cargos
}
count-terms = { $count ->
    [one] { $shown } periodo en el cargo
   *[other] { $shown } periodos en el cargo
}
count-institutions = { $count ->
    [one] { $shown } institución
   *[other] { $shown } instituciones
}
count-parties = { $count ->
    [one] { $shown } parte
   *[other] { $shown } partes
}
count-partnerships = { $count ->
    [one] { $shown } asociación
   *[other] { $shown } asociaciones
}
count-recommendations = { $count ->
    [one] { $shown } recomendación
   *[other] { $shown } recomendaciones
}
count-observations = { $count ->
    [one] { $shown } observación
   *[other] { $shown } observaciones
}
count-participations = { $count ->
    [one] { $shown } participante
   *[other] { $shown } participantes
}
count-engagements = { $count ->
    [one] { $shown } actividad
   *[other] { $shown } actividades
}
count-figures = { $count ->
    [one] { $shown } cifra
   *[other] { $shown } cifras
}
count-passages = { $count ->
    [one] { $shown } pasaje registrado
   *[other] { $shown } pasajes registrados
}

## Datos
fact-since = Desde
fact-until = Hasta
fact-from = A partir de
fact-parties = Partes
fact-party = Parte
fact-country-code = Código de país
fact-part-of = Pertenece a
fact-post-role = Función
fact-seat-of = Puesto de
fact-for-party = Por
fact-person = Titular
fact-post = Cargo
fact-institution = Institución
fact-documented-on = Consta el
fact-body-form = Qué es
fact-body-state = Actividad
fact-instrument-form = Qué es
fact-adopted = Adoptado
fact-adopted-by = Adoptado por
fact-period = Abarca
fact-made-under = Celebrado conforme a
fact-instrument = Instrumento
fact-number = Número
fact-date = Fecha
fact-place = Lugar
fact-host = Anfitrión
fact-mode = Modalidad
fact-series = Reunión de
fact-session-of = Sesión de
fact-owed-by = Quién lo debe
fact-due = Plazo
fact-made-on = Asumido el
fact-made-in = Asumido en
fact-body = Órgano
fact-section = Pilar o tema
fact-lenses = Concierne a
fact-by = Formulada por
fact-to = Dirigida a
fact-value = Valor
fact-when = Cuándo
fact-about = Sobre
fact-continues = Da continuidad a
fact-course = Cómo sigue
fact-answer-due = Respuesta esperada a más tardar
fact-response = Respuesta
fact-observation-form = Qué es
fact-participation-role = En calidad de
fact-meeting = Reunión
fact-engagement-form = Qué es
fact-sent-by = Envío u organización
fact-received-by = Recepción
fact-organizers = Organización
fact-answers = Responde a
fact-concerns = Por crear o repetir
fact-part-of-figure = Cuenta una parte de
course-ongoing = continúa
course-suspended = suspendido
course-reactivated = retomado
course-concluded = concluido
course-complete = cumplido
response-accepted = aceptada
response-accepted-in-part = aceptada en parte
response-noted = tomada en cuenta
response-declined = no aceptada
observation-form-question = pregunta
observation-form-testimony = testimonio
observation-form-statement = declaración
observation-form-representation = gestión ante autoridades
participation-role-co-chair = copresidencia
participation-role-head-of-delegation = jefatura de la delegación
participation-role-delegate = integrante de la delegación
participation-role-youth-delegate = delegación juvenil
participation-role-presenter = presentación
participation-role-participant = participación
engagement-form-deployment = despliegue
engagement-form-mission = misión
engagement-form-course = curso
engagement-form-event = actividad puntual
engagement-form-programme = programa
fact-language = Idioma
fact-published-on = Publicado el
fact-published-at = Publicado en
fact-original = Original
fact-digest = SHA-256
fact-name = Nombre
fact-entries = Asientos
fact-checkpoint = Punto de control y losetas
fact-last-entry = Último asiento
fact-act = Acto
fact-record = Ficha
fact-account = Cuenta
fact-effect = Efecto
fact-leaf = Huella de hoja
no-due-date = sin fecha indicada
due-by = plazo: { $date }
by-to = { $by }, a { $to }
documented-when = consta: { $date }
no-known-holder = titular desconocido
erased = (borrado)
unknown-record = (no está en este registro)

## Códigos
body-form-working-group = Grupo de trabajo
body-form-dialogue = Diálogo
body-form-mechanism = Mecanismo
body-form-lab = Laboratorio
body-form-secretariat = Secretaría
body-state-active = activo
body-state-dormant = inactivo
body-state-planned = anunciado
body-state-concluded = concluido
instrument-form-framework = Marco
instrument-form-action-plan = Plan de acción
instrument-form-memorandum = Memorándum de entendimiento
instrument-form-work-plan = Plan de trabajo
instrument-form-operating-plan = Plan operativo
instrument-form-report = Informe
section-form-pillar = Pilar
section-form-theme = Tema
mode-in-person = presencial
mode-virtual = virtual
mode-hybrid = híbrida
post-role-national-co-chair = Copresidencia nacional
post-role-co-chair = Copresidencia
post-role-private-co-chair = Copresidencia por el sector privado
post-role-contact-point = Punto de contacto
post-role-head-of-delegation = Jefatura de delegación
post-role-delegate = Integrante de la delegación
lens-gender = Igualdad de género
lens-indigenous = Pueblos indígenas
lens-youth = Juventud
lens-inclusion = Inclusión y lucha contra el racismo
lens-climate = Clima y naturaleza
language-en = inglés
language-fr = francés
language-es = español
voice-registrar = quien lleva el registro

## Listas
list-institutions = Instituciones
list-commitments = Compromisos
list-posts = Cargos y titulares
list-terms = Periodos en el cargo
list-meetings = Reuniones
list-addressed = Recomendaciones recibidas
list-made = Recomendaciones formuladas
list-parts = Componentes
list-sections = Pilares y temas
list-under = Instrumentos celebrados conforme a este
list-sessions = Sesiones
list-figures = Cifras
list-pillars = Pilares del Plan de Acción
list-last-meetings = Últimas reuniones
list-annual-meetings = Reuniones anuales
list-body-meetings = Sesiones de grupos y mecanismos
list-resting = Lo que se apoya en este documento
list-carried-on = Continuado por
list-said = Lo que se preguntó y declaró al respecto
list-answers = Compromisos que le dan respuesta
list-took-part = Quiénes participaron
list-concerning = Compromisos al respecto
list-engagements = Misiones, despliegues y programas
list-outside-meetings = Celebradas fuera de la asociación
none-answers = No hay ninguna respuesta registrada. La debe quien recibió la petición.
none-commitments = Aquí no hay compromisos registrados.
none-meetings = No hay reuniones registradas.
none-terms = No se conoce titular. El cargo está pendiente de nombramiento.
none-recorded = Todavía no hay nada registrado.

## Filtros y páginas
filters = Filtros
filters-clear = Mostrar todo
filters-nothing = Ningún compromiso cumple todos estos filtros. Quite uno o muestre todo.
filter-off = (quitar)
facet-body = Órgano
facet-pillar = Pilar o tema
facet-party = Parte que lo debe
facet-year = Año
facet-lens = Concierne a
facet-due = Plazo
due-passed = vencido
due-ahead = por vencer
due-undated = sin indicar
facet-standing = Situación
pages = Páginas
pages-end = Páginas, al final
previous = Página anterior
next = Página siguiente
page-of = Página { $page } de { $last }
newest = Asientos más recientes
older = Asientos anteriores

## Una ficha
in-other-languages = En los otros idiomas
languages-are-equal = Las versiones lingüísticas son iguales: ninguna es traducción de otra.
no-version-in-language = No hay versión en español. El texto figura aquí en los idiomas que tiene.
where-it-comes-from = De dónde proviene
no-sources = No se indica ningún pasaje para esta ficha.
read-in-document = Leerlo en el documento
where-published = Dónde se publicó
no-copy-of-document = Esta instalación no tiene copia del documento: solo se muestran las primeras y las últimas palabras.
history = Historial
act-by = { $act } por { $voice }
entry-number = Asiento { $number }
agreed-by = Acordado por
agreed-by-one = { $voice } ({ $right }), { $date }
by-right = { $role }, sin firma con llave de acceso
by-right-signed = { $role }, con firma con llave de acceso
remark-dispute = { $voice } lo ve de otro modo ({ $date }): { $reason }
remark-diverge = { $voice } dice que los idiomas no concuerdan ({ $date }): { $reason }
retracted-because = Esta declaración se retiró. Motivo: { $reason }
part-erased = { $what }: borrado por { $voice } el { $date }, porque { $because }. Todas las pruebas siguen siendo válidas.

## Documentos
reader-hint = Los pasajes marcados llevan a lo que de ellos se registró.
outline = Esquema
download-original = Descargar tal como se recibió
no-copy-of-document-long = Esta instalación no tiene copia del documento, por lo que no puede mostrarse su texto. Abajo figura lo que de él se registró; el original está en la dirección de arriba. Para agregar una copia, cargue de nuevo el conjunto de datos con «--documents».

## Diario
journal = Diario
journal-intro = Todo lo que hay en este registro se declaró en un diario: una serie firmada de asientos a la que solo se agrega.
journal-what = Un asiento dice quién declaró qué y cuándo, y compromete las palabras sin contenerlas. Cada asiento es una hoja de un árbol de Merkle (RFC 6962); el punto de control es la raíz firmada de ese árbol, dispuesta en losetas C2SP (tlog-tiles). Si un asiento se cambiara o se quitara, la raíz ya no coincidiría.
journal-limits = Esto muestra que nada se reescribió desde un punto de control que usted haya guardado. No muestra que lo declarado sea cierto, y quien tiene la clave podría mostrar diarios distintos a lectores distintos mientras no se comparen los puntos de control.
journal-one-keeper = Todos estos diarios los lleva esta instalación, cada uno con su propia clave. Quien la opera podría escribir en nombre de cualquiera: pida a ambas partes sus puntos de control y guarde los suyos.
journal-of-registrar = Diario de quien lleva el registro
journal-of = Diario: { $voice }
journal-entries-intro = Asientos, del más reciente al más antiguo, contados desde 0. Cada uno lleva a sus bytes y a la ficha que declara.
checkpoint = Punto de control
how-to-check = Cómo verificarlo
how-to-check-text = En la máquina que lleva el registro, esta orden verifica cada asiento, cada firma y cada texto que aún se conserva, y que el diario empieza con un punto de control que usted guardó (si no guardó ninguno, omita --since). Los demás pueden descargar el punto de control y las losetas, y verificarlos con cualquier cliente C2SP.
verifier-label = Clave que verifica la firma:
checkpoint-label = Último punto de control:
entry-intro = El asiento tal como figura en el diario. Contiene identificadores, números y huellas, nunca prosa.
entry-proof = Prueba de que está en el diario
entry-proof-intro = Combinadas una tras otra con la huella de hoja de arriba (RFC 6962), estas huellas dan la raíz de los primeros { $size } asientos, que firma el punto de control: { $root }
entry-bytes = El asiento
act-state = Declarado
act-retract = Retirado
act-erase = Borrado
act-propose = Propuesto
act-accept = Aceptado
act-seal = Sellado
act-withdraw = Propuesta retirada
act-object = Objetado
act-reveal = Publicado
act-dispute = Controvertido
act-diverge = Idiomas en duda
act-key = Llave de acceso nombrada
act-revoke = Llave de acceso revocada
act- = No comprendido
effect-effective = vigente
effect-not-understood = sin efecto: de una versión posterior del formato
effect-malformed = sin efecto: asiento mal formado
effect-stale = sin efecto: no parte de la declaración vigente
effect-not-its-own = sin efecto: la ficha es de otra voz
effect-unknown = sin efecto: la ficha o el texto no se conoce
effect-unreadable = sin efecto: sus datos no pueden leerse
effect-waiting = aún sin efecto: aquello a lo que responde no se conoce aquí o no tiene efecto
effect-blocked = sin efecto: otro acto de la misma parte sobre esta versión seguía pendiente
effect-late = sin efecto: llegó después del sello
effect-mismatch = sin efecto: no se refiere a las palabras propuestas
effect-not-party = sin efecto: quien actuó no es parte de la asociación
effect-not-signed = sin efecto: no está firmado con la llave de acceso de su cuenta

## Errores
not-found-title = Página no encontrada
not-found-what = No hay nada en esta dirección.
not-found-next = Revise la dirección. Si siguió un enlace, la ficha puede estar en otro registro.
failed-title = Algo salió mal
failed-what = No se pudo generar la página. Nada se perdió ni cambió.
failed-next = Intente de nuevo en un momento. Si continúa, avise a quien administra esta instalación.
only-read-title = Esta dirección es solo de lectura
only-read-what = No se puede enviar nada a esta dirección; solo muestra una página.
only-read-next = Abra la dirección en un navegador.
error-search = Busque lo que necesita con el cuadro de arriba.

## Acerca de
about-maxim = Pacta sunt servanda: lo pactado obliga. Servanda se lleva para que cualquiera pueda ver qué se acordó, dónde se dijo y qué fue de ello.
about-standing = La situación de una ficha
about-standing-text = Una ficha dice siempre cómo llegó aquí. Lo que se tomó de un informe nunca se muestra como si dos partes lo hubieran acordado aquí.
about-words = Palabras de este registro
about-check = Cómo verificarlo
about-check-text = Cada declaración es un asiento de un diario firmado al que solo se agrega. La página del diario muestra el último punto de control, la clave y cómo verificar ambos.
about-languages = Idiomas
about-data = Datos
about-data-text = Cada página tiene una gemela para programas: agregue «.json» a su dirección.

## Fechas
date-between = { $first } – { $last }
date-from = a partir de: { $date }
date-until = a más tardar: { $date }
date-spring = primavera de { $year }
date-summer = verano de { $year }
date-autumn = otoño de { $year }
date-winter = invierno de { $year }
date-quarter = { $quarter ->
    [q1] primer
    [q2] segundo
    [q3] tercer
   *[other] cuarto
} trimestre de { $year }
