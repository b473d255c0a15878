### Palabras que una parte retira o abre: borrar y hacer público.

## La página
texts = Borrar o hacer público
texts-link = Borrar o hacer público
texts-of-record = Borrar palabras de esta ficha, o hacer público lo que era solo para las partes
texts-lead = Lo que su parte hizo constar puede borrarse cuando la ley o un error lo exigen. Lo que dijo solo a las partes puede hacerse público. Todo se revisa antes de hacerse, y nada de eso puede deshacerse.
texts-erase = Borrar palabras
texts-search = Palabras que buscar en lo que su parte hizo constar
texts-search-hint = Un nombre, por ejemplo. También se buscan en versiones que ya no están vigentes y en propuestas que nadie más puede leer.
texts-search-button = Buscarlas
texts-of = Palabras de “{ $title }” que pueden borrarse
texts-with = Palabras con “{ $words }” que pueden borrarse
texts-erase-text = Elija lo que debe desaparecer. Las mismas palabras desaparecen de todo lugar donde estén en la misma ficha.
texts-none = Su parte no hizo constar tales palabras, o ya se borraron.
texts-open = en una propuesta todavía pendiente: retírela antes
texts-more = Solo se muestran los primeros { $shown }. Busque palabras más largas, o empiece por estos.
texts-place = { $act } el { $date }
texts-place-parties = { $act } el { $date }, solo para las partes
texts-erase-look = Revisar lo que se borraría
texts-reveal = Hacer público
texts-reveal-text = Lo que su parte propuso, retiró u objetó y ya está cerrado, con sus motivos. Las palabras de la otra parte, solo ella puede hacerlas públicas.
texts-reveal-none = Su parte no tiene nada cerrado que sea solo para las partes.
texts-reveal-look = Revisar lo que sería público
texts-done = Lo que se borró y lo que se hizo público
texts-done-none = Su parte no ha borrado ni hecho público nada por sí misma.
proposal-erased = Se borraron palabras de esta propuesta; abajo está lo que queda.
texts-older = Los anteriores
texts-done-erased = { $count ->
    [one] { $shown } texto borrado.
   *[other] { $shown } textos borrados.
}
texts-done-revealed = { $count ->
    [one] { $shown } acto es público.
   *[other] { $shown } actos son públicos.
}
texts-result-erased = { $count ->
    [one] borrado, en { $shown } lugar
   *[other] borrado, en { $shown } lugares
}
texts-result-revealed = todos pueden leerlo

## Revisar
texts-follows = Lo que resulta de esto
erase-review = { $count ->
    [one] Revise { $shown } texto antes de borrarlo
   *[other] Revise { $shown } textos antes de borrarlos
}
erase-review-lead = Todavía no se borra nada. Estas palabras desaparecen de cada lugar nombrado.
erase-follows-gone = { $count ->
    [one] Las palabras desaparecen de { $shown } lugar: de las partes del diario, de páginas, archivos, canales y búsquedas.
   *[other] Las palabras desaparecen de { $shown } lugares: de las partes del diario, de páginas, archivos, canales y búsquedas.
}
erase-follows-proofs = Los asientos quedan. No contienen palabras, y todas las pruebas siguen siendo válidas.
erase-follows-forever = No puede deshacerse: las palabras no se conservan en ningún lugar aquí.
erase-follows-copies = Las copias que otros hayan hecho, los respaldos que aún no vencen y los borradores de su parte con las mismas palabras no se tocan.
erase-follows-agreed = Algunas de estas palabras las acordaron todas las partes. Siguen acordadas, y ya nadie podrá leer lo que se acordó. Si son erróneas, mejor corríjanlas juntas.
erase-instead = Lo que verán los lectores en su lugar
erase-button = Borrar por { $voice }
reveal-review = { $count ->
    [one] Revise { $shown } acto antes de hacerlo público
   *[other] Revise { $shown } actos antes de hacerlos públicos
}
reveal-review-lead = Todavía no es público nada. Después todos podrán leer estas palabras.
reveal-follows-everyone = Todos pueden leer las palabras en la página del asiento, a la que lleva el historial de la ficha, y comprobar que son las que se escribieron entonces.
reveal-follows-forever = No puede deshacerse: lo que fue público puede borrarse aquí, pero no retirarse de quien lo haya leído.
reveal-follows-others = Un motivo puede repetir palabras de la otra parte. Léalo con eso en mente.
reveal-follows-standing = La situación de la ficha no cambia.
reveal-button = Hacer público por { $voice }
field-ground = Por qué debe desaparecer
ground-personal-data = Contiene datos personales que no hace falta conservar
ground-order = Lo ordenó un tribunal o una autoridad
ground-rights = Pertenece a alguien más
ground-mistake = Se hizo constar por error
ground-because-personal-data = contenía datos personales que no hacía falta conservar
ground-because-order = lo ordenó un tribunal o una autoridad
ground-because-rights = pertenecía a alguien más
ground-because-mistake = se hizo constar por error
refused-no-ground = Elija por qué debe desaparecer: los lectores lo ven.
refused-text-gone = ya no está
refused-text-open = está en una propuesta todavía pendiente; retírela antes
refused-revealed = todos pueden leerlo ya
refused-too-many-texts = Como máximo { $shown } a la vez. No se hizo nada; elija menos.

## Lo que ven todos
entry-says = Lo que dice
entry-says-parties = Solo para las partes.
entry-says-salt = sal { $salt }
entry-says-commitment = huella con sal { $commitment }
history-revealed = Lo que era solo para las partes es público a partir de aquí.
history-act = Lea lo que dice el acto en la página de su asiento.
