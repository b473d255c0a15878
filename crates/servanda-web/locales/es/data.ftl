# El registro en otras formas: tablas, canales, calendarios, y las direcciones que consultan los programas.

## Formas de una página
as-table = Tabla (CSV)
as-feed = Canal (Atom)
as-calendar = Calendario (iCalendar)
for-programs = Datos y programas

## Canales
feed-everything = Todo lo asentado
feed-author = Registro: { $partnership }
feed-entry = { $act }: { $title }
change-state = Declarado
change-change = Declarado de nuevo
change-retract = Retirado
change-erase = Borrado en parte
filtered = { $list }: { $filters }

## Calendarios
calendar-due = Plazos – { $list }
calendar-due-event = Plazo: { $title }

## La página para quien escribe programas
api-title = Datos y programas
api-lead = Todo este registro puede leerse con programas, sin clave y sin pedir permiso. Las listas y las fichas tienen otras formas, y unas cuantas direcciones responden preguntas sobre muchas fichas a la vez.
api-endings = Otras formas de una página
api-endings-text = Agregue una de estas terminaciones a la dirección de una lista o de una ficha, antes del signo de interrogación si lo hay. Los filtros la acompañan.
api-ending-data = Datos: todo lo que consta en la página, los pasajes de los que proviene y lo necesario para comprobarlo.
api-ending-table = Una tabla para hojas de cálculo: una ficha por fila, las mismas columnas para todas las fichas de una clase, hasta 50,000 filas. Las siguientes están en la dirección del encabezado Link, o con page=2.
api-ending-feed = Un canal de lo asentado, de lo más nuevo a lo más antiguo: de una asociación, de una lista con sus filtros, o de una ficha y de todo lo que se refiere a ella.
api-ending-calendar = Un calendario de reuniones, o de plazos de compromisos, que su propia agenda puede seguir.
api-addresses = Direcciones
api-addresses-text = Todas están descritas para programas (OpenAPI 3.1) en:
api-does-describe = Esta descripción.
api-does-partnerships = Las asociaciones cuyo registro se lleva aquí, y cuántas fichas tiene cada una.
api-does-commitments = Los compromisos de una asociación, con filtros.
api-does-records = Las fichas de una clase.
api-does-record = Una ficha, con su historial y las partes que compromete su asiento en el diario.
api-does-changes = Lo asentado, de lo más nuevo a lo más antiguo.
api-fields = Qué puede agregarse a una pregunta
api-fields-text = Cualquier otra cosa se rechaza con un mensaje, para que ningún error de escritura pase inadvertido.
api-field-language = El idioma de etiquetas, direcciones y mensajes: en, fr o es.
api-field-as-of = Un día, por ejemplo 2026-03-01: el registro como se conocía al final de ese día. O tamaños de diarios, por ejemplo registrar:388: sus primeras entradas.
api-field-on = Un día, como 2026-03-01: lo que valía ese día.
api-field-limit = Cuántas fichas o asientos a la vez, de 1 a 200.
api-field-after = Dónde continuar: tómelo de «next» en la respuesta anterior.
api-field-body = El identificador de un órgano al que pertenece el compromiso.
api-field-pillar = El identificador del pilar o tema bajo el que está.
api-field-party = El identificador de una parte que lo debe.
api-field-year = El año en que se asumió, como 2021.
api-field-due = Si ya venció su plazo: passed (vencido), ahead (por venir) o undated (sin plazo).
api-field-state = Qué fue de él: silent, open, carried-on, suspended, concluded, complete o retracted.
api-field-lens = A quién concierne: gender (igualdad de género), indigenous (pueblos indígenas), youth (juventud), inclusion (inclusión) o climate (clima).
api-field-standing = Su situación: documented (documentado), proposed (propuesto), agreed (acordado), superseded (sustituido), concluded (concluido) o retracted (retirado).
api-field-partnership = El nombre de una asociación, como en la dirección de sus páginas.
api-field-collection = La clase de fichas: una de las colecciones.
api-field-id = El identificador de una ficha: diez letras y cifras.
api-collections = Colecciones
api-ids = Identificadores
api-ids-text = Una ficha conserva su identificador y su dirección para siempre, en todos los cambios y también cuando se retira. Las entradas de los canales y los eventos de los calendarios conservan los suyos.
api-paging = Muchas fichas
api-paging-text = Una respuesta da a lo sumo 200 fichas, en el orden de sus identificadores, y la dirección de lo que sigue en «next». Lo que se asienta mientras tanto no mueve nada: usted recibe cada ficha una vez. Cuando «next» es null, ya las tiene todas.
api-tags = Preguntar de nuevo
api-tags-text = Cada respuesta tiene un ETag. Envíelo de vuelta como If-None-Match: mientras nada cambie, la respuesta es solo el código 304. Cada respuesta dice hasta dónde llega: «as-of» es el número de asientos de cada diario.
api-problems = Cuando algo no está bien
api-problems-text = La respuesta es entonces un problema (RFC 9457): un título y, en «detail», qué hacer. El código 400 significa que la pregunta no se puede leer, 404 que ahí no hay nada, 405 que la dirección es solo de lectura, 500 que algo falló aquí.
api-proof = Comprobar
api-proof-text = Los diarios mismos se publican como archivos estáticos (C2SP tlog-tiles). Lo que dice una ficha puede comprobarse con ellos sin confiar en estas páginas; la página del diario dice cómo.
api-answers-200 = La respuesta.
api-answers-304 = Lo que usted tiene sigue vigente.
api-answers-400 = La pregunta no se puede leer; el detalle dice qué parte.
api-answers-404 = No hay nada en esta dirección.
api-answers-405 = La dirección es solo de lectura.
api-answers-500 = Algo falló; nada se perdió ni cambió.
api-answers-tag = La etiqueta de esta respuesta, para If-None-Match.

## Problemas
problem-not-found = No hay nada en esta dirección
problem-not-found-next = Revise el nombre de la asociación, la colección y el identificador. La descripción en /api/v1/openapi.json nombra todas las direcciones.
problem-only-read = Esta dirección es solo de lectura
problem-only-read-next = Pregunte con GET o HEAD.
problem-unknown-field = La pregunta tiene una parte que aquí no se conoce
problem-unknown-field-next = Quite «{ $name }», o use una de estas: { $known }.
problem-unreadable = Una parte de la pregunta no se puede leer
problem-unreadable-next = Indique «{ $name }» una sola vez, así: { $about }
problem-failed = Algo salió mal
