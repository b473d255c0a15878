### Les mots qu’une partie reprend ou ouvre : effacer et rendre public.

## La page
texts = Effacer ou rendre public
texts-link = Effacer ou rendre public
texts-of-record = Effacer des mots de cette fiche, ou rendre public ce qui était pour les parties seules
texts-lead = Ce que votre partie a consigné peut être effacé, si la loi ou une erreur l’exige. Ce qu’elle a dit aux parties seules peut être rendu public. Tout est revu avant d’être fait, et rien de cela ne peut être défait.
texts-erase = Effacer des mots
texts-search = Mots à chercher dans ce que votre partie a consigné
texts-search-hint = Un nom, par exemple. La recherche couvre aussi les versions qui ne sont plus en vigueur et les propositions que personne d’autre ne peut lire.
texts-search-button = Les chercher
texts-of = Mots de « { $title } » qui peuvent être effacés
texts-with = Mots contenant « { $words } » qui peuvent être effacés
texts-erase-text = Choisissez ce qui doit disparaître. Les mêmes mots disparaissent partout où ils figurent dans la même fiche.
texts-none = Votre partie n’a pas consigné de tels mots, ou ils sont effacés.
texts-open = dans une proposition encore en suspens : retirez-la d’abord
texts-more = Seuls les { $shown } premiers sont montrés. Cherchez des mots plus longs, ou commencez par ceux-ci.
texts-place = { $act }, le { $date }
texts-place-parties = { $act }, le { $date }, pour les parties seules
texts-erase-look = Revoir ce qui serait effacé
texts-reveal = Rendre public
texts-reveal-text = Ce que votre partie a proposé, retiré ou refusé et qui est clos, avec ses motifs. Les mots de l’autre partie, c’est à elle de les rendre publics.
texts-reveal-none = Votre partie n’a rien de clos qui soit pour les parties seules.
texts-reveal-look = Revoir ce qui deviendrait public
texts-done = Ce qui a été effacé et rendu public
texts-done-none = Votre partie n’a rien effacé ni rendu public d’elle-même.
proposal-erased = Des mots de cette proposition sont effacés; ce qui en reste est ci-dessous.
texts-older = Les précédents
texts-done-erased = { $count ->
    [one] { $shown } texte effacé.
   *[other] { $shown } textes effacés.
}
texts-done-revealed = { $count ->
    [one] { $shown } acte est public.
   *[other] { $shown } actes sont publics.
}
texts-result-erased = { $count ->
    [one] effacé, à { $shown } endroit
   *[other] effacé, à { $shown } endroits
}
texts-result-revealed = tous peuvent le lire

## Revoir
texts-follows = Ce qui s’ensuit
erase-review = { $count ->
    [one] Revoir { $shown } texte avant de l’effacer
   *[other] Revoir { $shown } textes avant de les effacer
}
erase-review-lead = Rien n’est encore effacé. Ces mots disparaissent de chaque endroit nommé.
erase-follows-gone = { $count ->
    [one] Les mots disparaissent de { $shown } endroit : des éléments du journal, des pages, des fichiers, des fils et de la recherche.
   *[other] Les mots disparaissent de { $shown } endroits : des éléments du journal, des pages, des fichiers, des fils et de la recherche.
}
erase-follows-proofs = Les entrées restent. Elles ne contiennent aucun mot, et toutes les preuves tiennent encore.
erase-follows-forever = Cela ne peut être défait : les mots ne sont conservés nulle part ici.
erase-follows-copies = Les copies que d’autres ont faites, les sauvegardes qui ne sont pas encore échues et les projets de votre partie qui reprennent ces mots n’en sont pas touchés.
erase-follows-agreed = Certains de ces mots ont été convenus par toutes les parties. Ils restent convenus, et plus personne ne pourra lire ce qui a été convenu. S’ils sont erronés, corrigez-les plutôt ensemble.
erase-instead = Ce que les lecteurs verront à la place
erase-button = Effacer pour { $voice }
reveal-review = { $count ->
    [one] Revoir { $shown } acte avant de le rendre public
   *[other] Revoir { $shown } actes avant de les rendre publics
}
reveal-review-lead = Rien n’est encore public. Tous pourront ensuite lire ces mots.
reveal-follows-everyone = Tous peuvent lire les mots sur la page de l’entrée, à laquelle mène l’historique de la fiche, et vérifier que ce sont bien ceux qui ont été écrits alors.
reveal-follows-forever = Cela ne peut être défait : ce qui a été public peut être effacé ici, mais non repris à qui l’a lu.
reveal-follows-others = Un motif peut reprendre des mots de l’autre partie. Relisez-le dans cet esprit.
reveal-follows-standing = Le statut de la fiche n’en change pas.
reveal-button = Rendre public pour { $voice }
field-ground = Pourquoi cela doit disparaître
ground-personal-data = Il s’y trouve des données personnelles qu’il n’y a pas lieu de conserver
ground-order = Un tribunal ou une autorité l’a ordonné
ground-rights = Cela appartient à quelqu’un d’autre
ground-mistake = Cela a été consigné par erreur
ground-because-personal-data = il s’y trouvait des données personnelles qu’il n’y avait pas lieu de conserver
ground-because-order = un tribunal ou une autorité l’a ordonné
ground-because-rights = cela appartenait à quelqu’un d’autre
ground-because-mistake = cela avait été consigné par erreur
refused-no-ground = Choisissez pourquoi cela doit disparaître : les lecteurs le voient.
refused-text-gone = ce n’est plus là
refused-text-open = cela figure dans une proposition encore en suspens; retirez-la d’abord
refused-revealed = tous peuvent déjà le lire
refused-too-many-texts = Au plus { $shown } à la fois. Rien n’a été fait; choisissez-en moins.

## Ce que tous voient
entry-says = Ce qu’elle dit
entry-says-parties = Pour les parties seules.
entry-says-salt = sel { $salt }
entry-says-commitment = empreinte salée { $commitment }
history-revealed = Ce qui était pour les parties seules est public à partir d’ici.
history-act = Lisez ce que dit l’acte sur la page de son entrée.
