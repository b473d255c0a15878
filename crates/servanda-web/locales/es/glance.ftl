### De un vistazo: el inicio de una asociación, el cuadro, los ejes, las cifras.

## Qué ha sido de un compromiso
facet-state = Estado
commitment-state-silent = sin noticias
commitment-state-open = abierto
commitment-state-carried-on = continuado por otro
commitment-state-suspended = suspendido
commitment-state-concluded = concluido
commitment-state-complete = cumplido
commitment-state-retracted = retirado
in-state-silent = sin noticias
in-state-open = { $count ->
    [one] abierto
   *[other] abiertos
}
in-state-carried-on = { $count ->
    [one] continuado por otro posterior
   *[other] continuados por otros posteriores
}
in-state-suspended = { $count ->
    [one] suspendido
   *[other] suspendidos
}
in-state-concluded = { $count ->
    [one] concluido
   *[other] concluidos
}
in-state-complete = { $count ->
    [one] cumplido
   *[other] cumplidos
}
in-state-retracted = { $count ->
    [one] retirado
   *[other] retirados
}
silent-meaning = Un compromiso está sin noticias cuando su plazo venció y desde entonces no se ha registrado nada sobre él: ningún documento dice que se suspendió o terminó, y ningún compromiso posterior lo continúa. Es posible que se haya cumplido.

## Inicio de una asociación
due-next = Próximos plazos
due-last = Últimos plazos vencidos
none-due-next = Ningún compromiso abierto tiene un plazo de hoy en adelante.
none-due-last = Todavía no ha vencido ningún plazo.
ways = Todo a la vez
matrix-shows = Pilares y órganos, por estado, parte, eje o año; cada número lleva a sus compromisos.
way-timeline = Cronología
way-timeline-shows = Lo acordado, lo celebrado y lo pendiente, año por año.
lenses-shows = Igualdad de género, pueblos indígenas, juventud, inclusión, clima: quién hace qué y para quién.
way-engagements = Misiones, despliegues y programas
way-engagements-shows = Las misiones, despliegues, cursos y programas, y lo que suman sus números.
way-figures = Cifras
way-figures-shows = Los números de los documentos, con gráficas y los pasajes de donde provienen.
by-pillar = Compromisos por pilar
by-year = Cuándo se asumieron
none-pillars = No hay ningún pilar registrado.
how-they-stand = Su situación: { $counts }.
split-documented = { $count ->
    [one] { $shown } documentado
   *[other] { $shown } documentados
}
split-proposed = { $count ->
    [one] { $shown } propuesto
   *[other] { $shown } propuestos
}
split-agreed = { $count ->
    [one] { $shown } acordado
   *[other] { $shown } acordados
}
split-superseded = { $count ->
    [one] { $shown } sustituido
   *[other] { $shown } sustituidos
}
split-concluded = { $count ->
    [one] { $shown } concluido
   *[other] { $shown } concluidos
}
split-retracted = { $count ->
    [one] { $shown } retirado
   *[other] { $shown } retirados
}

## Cuadro
matrix = De un vistazo
matrix-intro = Los pilares y los órganos con el número de sus compromisos. Cada número lleva a lo que cuenta.
matrix-columns = Columnas
matrix-total = Todos
matrix-none = ninguno de estos
matrix-parties-overlap = Un compromiso que deben varias partes se cuenta en cada una de ellas.
matrix-lenses-overlap = Un compromiso que atañe a varios ejes se cuenta en cada uno de ellos.
matrix-all-documented = Todos están documentados: se tomaron de documentos publicados y las partes aún no los han confirmado aquí.
matrix-all-proposed = Todos están propuestos.
matrix-all-agreed = Todos están acordados.
matrix-all-superseded = Todos están sustituidos.
matrix-all-concluded = Todos están concluidos.
matrix-all-retracted = Todos están retirados.
matrix-cut = Solo se muestran las primeras { $shown } filas.
matrix-empty-themes = { $count ->
    [one] { $shown } tema, sin compromisos aquí
   *[other] { $shown } temas, ninguno con compromisos aquí
}
of-no-body = de ningún órgano
under-no-pillar = Fuera de los pilares y temas
under-no-pillar-row = Todos los que tienen otro lugar
crosswalk = Adónde pasaron los pilares anteriores
crosswalk-intro = Los pilares y temas de un texto anterior, y los de uno posterior que los continúan.
crosswalk-earlier = Pilar o tema anterior
crosswalk-later = Continuado por
crosswalk-not-carried = ningún documento dice por cuál
crosswalk-none = No hay ningún pilar ni tema registrado que continúe otro anterior.
commitments-at-a-glance = Todos de un vistazo

## Ejes
lenses = Ejes transversales
lenses-intro = Algunos compromisos conciernen a las mismas personas o a la misma cuestión en todos los ámbitos. Aquí están reunidos, más allá de los grupos y los planes.
lenses-table = Lo registrado en cada uno
lens-hint = Quien lleva el registro marca a qué concierne cada ficha. Una ficha puede atañer a varios ejes.
lens-shows = Registrado aquí: { $counts }.
lens-nothing = Todavía no hay nada registrado en este eje.
lens-rest = Ver todo: { $count }
lens-asker = Quién pide
lens-asked-one = A quién
lens-made-there = Lo que allí se formuló
lens-table-owed-by = Quién se comprometió
lens-table-bodies = En qué órganos
lens-table-asked = Quién recomienda a quién
lens-table-meetings = En qué reuniones
lens-no-owed-by = No hay compromisos registrados en este eje.
lens-no-bodies = No hay compromisos registrados en este eje.
lens-no-asked = No hay recomendaciones registradas en este eje.
lens-no-meetings = No hay ninguna reunión registrada en la que se tratara.
lens-none-commitment = No hay compromisos registrados en este eje.
lens-none-recommendation = No hay recomendaciones registradas en este eje.
lens-none-observation = No hay preguntas ni declaraciones registradas en este eje.
lens-none-engagement = No hay misiones, despliegues ni programas registrados en este eje.
lens-none-figure = No hay cifras registradas en este eje.

## Cifras
figures-nothing = Todavía no hay ninguna cifra registrada.
figures-csv = Todas las cifras en una tabla (CSV)
figures-cut = Aquí solo se muestran las { $shown } cifras más recientes. Los datos las tienen todas.
figure-share = { $part } de { $whole } ({ $share } %)
figure-exceeds = Mayor que el total: las fuentes no concuerdan.
figure-overlap = Las partes pueden traslaparse. Nunca se suman.
figure-counted = Lo que se cuenta
figure-of-whole = Parte del total
figure-number = Número
figure-source = Fuente
figure-alike = { $year }: { $unit }, reunión por reunión
figure-alike-hint = Cada número es lo que un documento dice de una reunión. Una misma persona pudo asistir a varias: nunca se suman.
chart-nested = Gráfica de barras. Cada barra parte de cero y muestra una cifra; un contorno muestra la cifra de la que cuenta una parte. La más larga representa { $most }.
chart-alike = Gráfica de barras. Cada barra parte de cero y muestra una reunión. La más larga representa { $most }.
list-newest-of = Lo más reciente de { $count }.
