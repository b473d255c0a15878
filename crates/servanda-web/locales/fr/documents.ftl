## Documents reçus par une partie
documents-received = Documents reçus par votre partie
documents-lead = Des comptes rendus, des plans, des déclarations, en fichiers. Le programme lit chacun une fois et propose ce qui pourrait en être consigné. Votre partie décide; personne d’autre n’en voit rien avant que vous le proposiez.
documents-choose = Choisissez un document, ou déposez-le ici
documents-hint = Sont lus : { $formats }; { $size } Mo au plus; en français, en anglais ou en espagnol.
documents-send = Envoyer et lire
documents-sending = Le document est en cours d’envoi.
documents-reading = Il est arrivé et le programme le lit. Cela peut prendre une minute.
documents-failed = Le document n’est pas arrivé. Vérifiez la connexion et envoyez-le de nouveau.
documents-those = Ceux qui sont reçus
documents-none = Aucun pour l’instant. Choisissez le compte rendu de votre dernière réunion pour commencer.
documents-decided = { $count ->
    [one] { $shown } constat traité
   *[other] { $shown } constats traités
}
documents-received-by = reçu par { $name }, le { $date }
documents-away = Le document est retiré. Ses octets, son texte et les constats en sont effacés.
documents-put-away = Retirer ce document
documents-put-away-text = Pour un fichier reçu par erreur ou devenu inutile. Ses octets, son texte et les constats en sont effacés. Ce qui a été proposé reste.
documents-put-away-button = Retirer et effacer
side-documents = { $count ->
    [one] { $shown } document reçu
   *[other] { $shown } documents reçus
}
side-documents-begin = Tirer des engagements d’un document

## Pourquoi un document n’est pas lu
not-read-here = Cette installation ne lit pas de documents. Adressez-vous à la personne qui l’exploite.
field-dated = Jour dont date le document, s’il ne le dit pas lui-même
field-dated-hint = « L’an prochain » et autres se comptent à partir de ce jour. Il peut être changé dans le projet de sa fiche jusqu’à sa publication.
refused-day = Ce jour n’a pas été compris : écrivez-le comme 2 mars 2026.
not-read-missing = Choisissez d’abord un fichier. Si vous en aviez choisi un, il n’est pas arrivé en entier : envoyez-le de nouveau.
not-read-empty = Ce fichier ne contient aucun texte. Vérifiez que c’est le bon.
not-read-too-large = Le fichier est trop volumineux : { $size } Mo au plus. Envoyez-le sans images, ou en plusieurs parties.
not-read-other-format = Ce type de fichier n’est pas lu. Ceux-ci le sont : { $formats }. Enregistrez-le dans l’un d’eux, puis envoyez-le.
not-read-scanned = Les pages sont des images, sans texte. Demandez le fichier d’origine, ou faites-en reconnaître le texte (ROC), puis envoyez-le.
not-read-protected = Le fichier est protégé par un mot de passe. Enregistrez-le sans mot de passe, puis envoyez-le.
not-read-damaged = Le fichier est endommagé, ou n’est pas ce que dit son nom. Ouvrez-le, enregistrez-le de nouveau, puis envoyez-le.
not-read-too-long = La lecture du fichier a été trop longue et a été abandonnée. Envoyez-le en plusieurs parties.

## Ce qui est refusé
refused-document-not-found = Ce document n’est plus ici.
refused-document-too-many = Votre partie a ici autant de documents que possible. Retirez-en d’abord.
refused-document-no-finding = Ce constat n’est pas dans le document. Ouvrez le document de nouveau.
refused-document-no-passage = Les mots de ce passage figurent plus d’une fois dans le document et rien autour ne les distingue. Commencez un projet à la main.
refused-document-no-target = Ce dont ce serait une source, ou ce qui dirait la même chose, n’existe pas. Choisissez autre chose.
refused-document-proposed = Ce qui en est issu est déjà proposé. Retirez d’abord la proposition.
refused-document-too-often = C’est trop à la fois. Choisissez moins de constats.
refused-document-in-use = { $count ->
    [one] { $shown } projet repose sur ce document. Proposez-le ou abandonnez-le d’abord.
   *[other] { $shown } projets reposent sur ce document. Proposez-les ou abandonnez-les d’abord.
}

## Constats
findings-of = Document reçu
findings-progress = Constats traités : { $decided } sur { $all }
findings-first-open = au premier qui est à traiter
findings-nothing = Le programme n’y a rien trouvé qui puisse être consigné. Ce qui lui a échappé, vous pouvez le retenir par ses mots, à la fin de cette page.
findings-show = Afficher
findings-show-button = Afficher
findings-which-all = Tous
findings-which-open = À traiter
findings-which-taken = Retenus
findings-which-merged = Réunis
findings-which-dismissed = Écartés
findings-kind = Seulement
findings-every-kind = toutes les sortes
findings-keys = Touches
findings-keys-on = Utiliser ces touches sur cet appareil
findings-key-j = constat suivant
findings-key-k = constat précédent
findings-key-a = retenir
findings-key-e = retenir et modifier; ouvrir le projet
findings-key-m = dit la même chose qu’un autre : réunir
findings-key-x = écarter, pour le motif choisi au-dessus du texte
findings-key-u = annuler votre dernière décision
findings-key-c = choisir, pour en traiter plusieurs ensemble
findings-key-n = retenir les mots sélectionnés, ou que vous saisissez
findings-key-help = afficher ou masquer cette liste
findings-lot = { $count ->
    [one] { $shown } projet est à proposer.
   *[other] { $shown } projets sont à proposer.
}
findings-lot-with-document = { $count ->
    [one] { $shown } projet est à proposer; le document l’accompagne, pour que les autres puissent lire ce sur quoi il repose.
   *[other] { $shown } projets sont à proposer; le document les accompagne, pour que les autres puissent lire ce sur quoi ils reposent.
}
findings-lot-empty = Rien n’a encore été retenu qui soit à proposer.
findings-propose = Tout revoir et proposer
findings-state = Tout revoir et publier
lot-stated = { $count ->
    [one] { $shown } projet publié.
   *[other] { $shown } projets publiés.
}
review-state = { $count ->
    [one] Revoir { $shown } projet
   *[other] Revoir { $shown } projets
}
review-state-lead = D’un seul acte, tout ce qui est choisi est consigné au registre, à la vue de tous, ou rien.
review-state-button = Publier ceux qui sont choisis
refused-state-no-source = Il ne repose sur aucun passage d’un document : ajoutez d’abord une source.
refused-state-not-ours = Il ne revient pas au registraire de changer ceci : les parties en ont convenu, ou une autre voix l’a consigné.
refused-state-nothing = C’est déjà consigné : rien ne changerait.
refused-state-meanwhile = Quelqu’un d’autre a consigné quelque chose entre-temps. Rien n’a été publié; recommencez.
findings-document-draft = La fiche du document, un projet
findings-table = Constats en tableau (CSV)
findings-data = Constats en données (JSON)
findings-pick-page = Choisir tous ceux de cette page
findings-tools = Avec ceux qui sont choisis
findings-take-picked = Retenir ceux qui sont choisis
findings-dismiss-picked = Écarter ceux qui sont choisis
findings-because = Motif pour écarter
findings-undo-picked = Annuler pour ceux qui sont choisis
findings-undo-last = Annuler votre dernière décision : { $finding }
findings-none-picked = Choisissez au moins un constat.
findings-done-take = { $count ->
    [one] { $shown } constat retenu.
   *[other] { $shown } constats retenus.
}
findings-done-source = { $count ->
    [one] { $shown } autre source ajoutée.
   *[other] { $shown } autres sources ajoutées.
}
findings-done-merge = { $count ->
    [one] { $shown } constat réuni.
   *[other] { $shown } constats réunis.
}
findings-done-dismiss = { $count ->
    [one] { $shown } constat écarté.
   *[other] { $shown } constats écartés.
}
findings-done-undo = { $count ->
    [one] { $shown } décision annulée.
   *[other] { $shown } décisions annulées.
}
findings-left = { $count ->
    [one] { $shown } est resté tel quel : il avait été traité entre-temps, ou il n’y avait rien à annuler.
   *[other] { $shown } sont restés tels quels : ils avaient été traités entre-temps, ou il n’y avait rien à annuler.
}
findings-need = { $count ->
    [one] { $shown } demande plus que ce que sait le programme : ouvrez-le pour le retenir.
   *[other] { $shown } demandent plus que ce que sait le programme : ouvrez-les un à un pour les retenir.
}
findings-kept = { $count ->
    [one] { $shown } projet reste, car quelqu’un l’a rédigé depuis.
   *[other] { $shown } projets restent, car quelqu’un les a rédigés depuis.
}
finding = Constat
finding-undertaking = Engagement pris
finding-recommendation = Recommandation
finding-result = Résultat
finding-meeting = Réunion
finding-person = Personne en poste
finding-institution = Institution
finding-figure = Chiffre
finding-instrument = Instrument
finding-numbered = { $kind } { $number }
finding-sure = sûr à { $share } %
finding-by-hand = choisi à la main
finding-by-hand-title = Un passage choisi à la main
finding-who = Qui : { $words }
finding-who-meant = Qui : { $words } ({ $meant })
finding-when = Quand : { $words }
finding-what = Quoi : { $words }
finding-take = Retenir
finding-edit = Retenir et modifier
finding-edit-short = Modifier
finding-dismiss = Écarter
finding-more = Plus
finding-undo = Annuler
finding-understood = Compris
finding-why = Pourquoi c’est proposé
finding-rule = règle { $rule }
finding-back = Revenir au document
finding-take-as = Le retenir
finding-as = Comme
finding-as-button = Changer
finding-source = C’est déjà consigné
finding-source-text = Ce passage en devient alors une source de plus. Ce qui a des mots en commun est offert; à vous de voir si cela dit la même chose.
finding-source-button = Ajouter comme source
finding-other-record = Une autre fiche
finding-other-record-hint = L’adresse de sa page, ou d’un projet de votre partie.
likely-none = Rien de ce qui est consigné ou rédigé n’a grand-chose en commun avec ce passage.
likely-draft = projet de votre partie
likely-on-passage = repose sur ces mots mêmes
likely-words = mots en commun : { $words }
likely-due = même date : { $date }
likely-differs = Ils diffèrent ({ $aspect }) : ici { $here }, là { $there }.
likely-negation = L’un nie ce que l’autre ne nie pas : ici { $here }, là { $there }.
finding-merge = Il dit la même chose qu’un autre constat
finding-merge-text = Les deux n’en font alors qu’un : quand l’autre est retenu, ce passage en est une source de plus.
finding-merge-into = La même chose que
finding-merge-button = Réunir
finding-dismiss-why = Motif
finding-dismiss-said = Pour votre partie, s’il y a plus à dire
finding-no-source = Choisissez une fiche ou un projet, ou entrez une adresse.
finding-no-other = Choisissez l’autre constat.
finding-no-why = Choisissez un motif.
why-misread = n’est pas ce que croit le programme
why-recorded = déjà consigné
why-outside = hors de ce registre
why-past = fait, ou n’a plus cours
why-other = autre motif
decided-take-up = Retenu
decided-source = Source de plus
decided-merge = Réuni
decided-dismiss = Écarté
decided-by = { $what } par { $name }, le { $date }
document-not-public = un document proposé en même temps
proposal-text = Le texte du document
troubles = { $count ->
    [one] Le programme n’a pu distinguer un endroit
   *[other] Le programme n’a pu distinguer { $shown } endroits
}
trouble-after = { $what } : « { $words } »
passage-missed = Manque-t-il quelque chose?
passage-missed-text = Le programme ne trouve pas tout. Copiez dans ce champ les mots qui le disent : ils deviennent un constat comme les autres.
field-words = Mots du passage, tels qu’ils figurent dans le document
field-what = Ce que c’est
passage-choose = Les chercher
passage-choose-selected = Retenir la sélection
not-chosen-nothing = Saisissez ou collez d’abord les mots du passage.
not-chosen-not-there = Ces mots ne figurent pas ainsi dans le document. Copiez-les du texte ci-dessus, d’un seul paragraphe.
not-chosen-too-long = C’est trop long : { $most } caractères au plus.
not-chosen-often = { $count ->
    [one] Ces mots figurent { $shown } fois dans le document. Ajoutez les mots qui les précèdent ou les suivent.
   *[other] Ces mots figurent { $shown } fois dans le document. Ajoutez les mots qui les précèdent ou les suivent.
}
findings-document = Ce document
trouble-bytes-replaced = certains caractères n’ont pu être lus
trouble-list-missing = une liste est annoncée, et aucune ne suit
trouble-sentence-cut = une phrase est plus longue qu’aucune ne l’est, et a été coupée
trouble-too-many = il y avait plus à trouver que ce qui est listé
trouble-part-unread = certaines pages ou parties ne contiennent aucun texte lisible
trouble-rest-left-out = ce qui dépasse les limites de lecture a été laissé de côté
trouble-changes-accepted = les modifications suivies ont été lues comme acceptées
