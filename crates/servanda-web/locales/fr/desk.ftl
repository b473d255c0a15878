## Faits d’un projet
fact-section-form = Ce que c’est
fact-measure = Ce qu’il compte
fact-person-there = Qui
measure-participants = personnes qui ont participé
measure-personnel = personnes envoyées
choose-none = –
name-hint = Commencez à écrire un nom et choisissez parmi ceux qui sont proposés. L’adresse de la page d’une fiche convient aussi.
text-of-all-languages = Dans toutes les langues
refused-of-field = { $field } : { $what }
refused-needed = cette indication est nécessaire.
refused-neither = Donnez l’un de ces éléments : { $fields }.
refused-none-chosen = choisissez-en au moins un.
refused-number = écrivez un nombre entier à partir de 1.
refused-value = écrivez un nombre, avec ou sans décimales.
refused-country = écrivez deux lettres majuscules.
refused-address = écrivez l’adresse entière, à partir de https://.
refused-not-offered = aucune fiche d’ici ne porte le nom « { $name } ». Choisissez parmi ceux qui sont proposés.
refused-facts = Les faits ne vont pas ensemble. Parcourez-les encore une fois.

## Une fiche nouvelle
draft-new-kind = Ou commencer le projet d’une autre fiche
draft-new-kind-button = Continuer
draft-new-lead = D’abord ce sans quoi elle n’existe pas. Le reste vient ensuite, et tout peut être changé jusqu’à la proposition.
draft-new-lead-bare = Un projet est commencé; ce qu’il dit vient ensuite. Seule votre partie le voit avant la proposition.

## Qui s’en occupe
draft-of-whom = Qui s’en occupe
draft-of-nobody = personne en particulier
draft-assign = Confier
draft-assigned = confié à { $name }
comment-tell = S’adresser à une personne
comment-to-all = personne en particulier
comment-to = à { $name }
comment-tick = C’est fait
refused-not-of-side = Choisissez une personne de votre partie.

## Ce qui attend une personne
waits = Vous attend
waits-link = { $count ->
    [0] Rien ne vous attend
    [one] Vous attend ({ $shown })
   *[other] Vous attend ({ $shown })
}
waits-lead = Ce qui vous revient, de toutes les parties pour lesquelles vous agissez.
waits-empty = Rien ne vous attend pour l’instant. Ce que d’autres proposent, vous confient ou vous disent apparaît ici.
waits-told = Ce qu’on vous a dit
waits-proposals = Propositions des autres à traiter
waits-assigned = Projets dont vous vous occupez
waits-ready = Projets de votre partie qui peuvent être proposés
waits-stale = à relire : { $languages }

## Ce qui est écrit et pas enregistré
draft-kept = Voici ce que vous avez écrit le { $date } sans l’enregistrer. Vous seul le voyez.
draft-kept-theirs = { $name } a enregistré ce projet depuis que vous avez écrit, le { $date }, quelque chose que vous n’avez pas enregistré. Les deux sont là; le formulaire montre ce qui a été enregistré.
draft-kept-mine = Le formulaire montre ce que vous avez écrit le { $date } sans l’enregistrer. { $name } a enregistré le projet depuis; plus bas, vous voyez en quoi le vôtre diffère. Si vous enregistrez maintenant, le vôtre devient la version suivante, et l’autre reste parmi les précédentes.
draft-kept-show-mine = Montrer ce que j’ai écrit
draft-kept-show-saved = Montrer ce qui a été enregistré
draft-kept-forget = Écarter ce que j’ai écrit
draft-others-write = A écrit ici quelque chose qui n’est pas encore enregistré : { $names }.
script-kept = Ce que vous avez écrit est gardé pour vous. Les autres le voient quand vous enregistrez le projet.
script-meanwhile = Quelqu’un de votre partie a enregistré ce projet entre-temps. Ce que vous avez écrit est gardé : rouvrez le projet pour voir les deux.
script-offline = Pas encore enregistré : il n’y a pas de connexion. Ce que vous avez écrit est gardé dans ce navigateur et part dès qu’elle revient.
script-signed-out = Pas encore enregistré : votre session est terminée. Ce que vous avez écrit est gardé dans ce navigateur. Connectez-vous dans une autre fenêtre, puis continuez ici.
script-refused = Pas encore enregistré : la garde automatique n’a pas pu se faire. Enregistrez le projet.
script-again = Ce que vous avez écrit en dernier dans ce navigateur est de nouveau là. Ce n’est pas encore enregistré.

## Corrections
role-correction = Ce qui était erroné
correct = Corriger ce qui est convenu
correct-text = Pour une erreur dans un texte convenu, comme une date fausse ou des langues qui diffèrent. Toutes les parties conviennent de la correction comme de toute autre version, et elle dit ce qui était erroné. Elle vaut ensuite comme si le texte avait été tel dès le début.
correct-button = Commencer une correction
correction-draft = Projet de correction
correction = Proposition de correction
correction-meaning = Ceci corrige ce qui est convenu : une fois scellé, le texte vaut comme s’il avait été tel dès le début.
corrected-what = Corrigé par toutes les parties, scellé le { $date }; le texte vaut comme s’il avait été tel dès le début. Ce qui était erroné : { $wrong }
history-correction = Une correction : le texte vaut comme s’il avait été tel dès le début. Ce que le registre disait jusque-là se lit à la date d’alors.
refused-nothing-to-correct = Rien n’est encore convenu qui puisse être corrigé. Proposez plutôt d’autres mots.

## Plusieurs à la fois
lot-heading = { $what } ({ $count })
lot-choose-all = Tout choisir
lot-choose-none = Ne rien choisir
lot-everything = { $count ->
    [one] Revoir { $shown }, sur toutes les pages
   *[other] Revoir les { $shown }
}
review-more = { $count ->
    [one] { $shown } est revue à la fois. Les autres restent où elles sont.
   *[other] { $shown } sont revues à la fois. Les autres restent où elles sont.
}
review-pages = Ce que vous cochez et écrivez ici est gardé quand vous passez à une autre page. Rien n’est envoyé avant le bouton ci-dessous, qui vaut pour toutes les pages.
waits-proposals-all = { $count ->
    [one] { $shown } proposition en attente
   *[other] Les { $shown } qui attendent
}
lot-results = Ce qu’il est advenu de chacun
lot-result-accepted = acceptée
lot-result-objected = objection faite
lot-result-proposed = proposée
review-accept = { $count ->
    [one] Relire { $shown } proposition avant de l’accepter
   *[other] Relire { $shown } propositions avant de les accepter
}
review-accept-lead = Rien n’est encore accepté. Retirez ce que vous gardez pour plus tard; donnez un motif là où vous faites objection. Chaque réponse est un acte à part.
review-accept-button = Donner ces réponses pour { $voice }
review-propose = { $count ->
    [one] Relire { $shown } projet avant de le proposer
   *[other] Relire { $shown } projets avant de les proposer
}
review-propose-lead = Rien n’est encore proposé. Retirez ce que vous gardez pour plus tard. Chaque proposition est un acte à part.
review-propose-button = Les proposer pour { $voice }
review-take = Avec les autres
review-except = Ou faire objection à celle-ci, pour ce motif
review-words = Ses mots et ses faits
review-back = Revenir sans rien faire

## Plusieurs à la fois : retirer, répondre autrement, se prononcer
lot-withdraw = Retirer les propositions choisies pour { $voice }
lot-counter = Répondre aux propositions choisies par vos propres mots
lot-withdrawn = { $count ->
    [one] { $shown } proposition retirée.
   *[other] { $shown } propositions retirées.
}
lot-countered = { $count ->
    [one] { $shown } projet commencé avec les mots proposés. Il est parmi les projets de votre partie.
   *[other] { $shown } projets commencés avec les mots proposés. Ils sont parmi les projets de votre partie.
}
lot-disputed = { $count ->
    [one] { $shown } fiche contestée.
   *[other] { $shown } fiches contestées.
}
lot-diverged = { $count ->
    [one] { $shown } fiche signalée : ses langues ne concordent pas.
   *[other] { $shown } fiches signalées : leurs langues ne concordent pas.
}
lot-result-withdrawn = retirée
lot-result-countered = un projet est commencé
lot-result-disputed = contestée
lot-result-diverged = signalée : ses langues ne concordent pas
review-withdraw = { $count ->
    [one] Revoir { $shown } proposition avant de la retirer
   *[other] Revoir { $shown } propositions avant de les retirer
}
review-withdraw-lead = Rien n’est encore retiré. Enlevez ce que vous laissez ouvert. Chaque retrait est un acte à part.
review-withdraw-button = Retirer celles-ci pour { $voice }
review-withdraw-reason = Motif, le même pour toutes (facultatif)
withdraw-follows-parties = Les autres parties lisent qu’elles sont retirées, et pourquoi. Rien n’en devient public.
withdraw-follows-over = Personne ne peut plus les accepter, et les projets dont elles viennent sont classés.
withdraw-follows-again = Vous pouvez proposer de nouveau les mêmes mots : sur la page de chacune, un projet peut les reprendre.
review-counter = { $count ->
    [one] Revoir { $shown } proposition avant d’y répondre par vos propres mots
   *[other] Revoir { $shown } propositions avant d’y répondre par vos propres mots
}
review-counter-lead = Aucun projet n’est encore commencé. Enlevez celles auxquelles vous répondez autrement. Un projet de votre partie reprend les mots de chacune.
review-counter-button = Commencer ces projets pour { $voice }
review-counter-draft = Continuer ce projet
review-to-counter = Répondre à celles cochées par vos propres mots
counter-follows-open = Seule votre partie voit les projets. Modifiez-les, puis proposez-les ensemble.
counter-follows-first = Les propositions restent ouvertes. Pour que les vôtres puissent être acceptées, l’autre partie retire d’abord les siennes.
refused-drafted = Votre partie a déjà un projet de cette fiche. Il reste tel quel.
refused-too-long-together = Elle a trop de textes pour une seule inscription si elle est signée avec d’autres. Les autres partent sans elle ; raccourcissez-la, ou faites-le pour elle seule sur sa propre page.
do-again = Proposer de nouveau
do-again-text = La proposition est close et ses mots sont encore ici. Un projet de votre partie les reprend.
do-again-button = Commencer un projet pour { $voice }

remarks = Se prononcer sur des fiches
remarks-link = Se prononcer sur plusieurs fiches convenues ou documentées
remarks-around = { $count ->
    [one] Se prononcer sur la fiche qui renvoie à celle-ci
   *[other] Se prononcer sur les { $shown } fiches qui renvoient à celle-ci
}
remarks-lead = Contestez des fiches, ou dites que leurs langues ne concordent pas. Cela se lit à côté de chacune, par tous et pour toujours, et ne change rien à leur situation.
remarks-of = Fiches qui renvoient à « { $title } »
remarks-of-any = Montrer toutes les fiches
remarks-search = Mots du titre
remarks-search-button = Montrer
remarks-any = Toutes
remarks-records = Fiches
remarks-none = Aucune fiche convenue ou documentée ne correspond.
remarks-recorded = inscrite le { $date }
remarks-look-dispute = Contester les fiches choisies
remarks-look-diverge = Dire des fiches choisies que leurs langues ne concordent pas
remarks-all-dispute = { $count ->
    [one] Contester { $shown } fiche
   *[other] Contester les { $shown }
}
remarks-all-diverge = { $count ->
    [one] Dire de { $shown } fiche que ses langues ne concordent pas
   *[other] Dire des { $shown } que leurs langues ne concordent pas
}
field-kind = Genre
field-standing = Situation
review-dispute = { $count ->
    [one] Revoir { $shown } fiche avant de la contester
   *[other] Revoir { $shown } fiches avant de les contester
}
review-dispute-lead = Rien n’est encore dit. Enlevez ce que vous ne contestez pas. Chaque contestation est un acte à part.
review-dispute-button = Contester celles-ci pour { $voice }
review-dispute-reason = Comment votre partie voit la chose, le même texte pour toutes
review-diverge = { $count ->
    [one] Revoir { $shown } fiche avant de dire que ses langues ne concordent pas
   *[other] Revoir { $shown } fiches avant de dire que leurs langues ne concordent pas
}
review-diverge-lead = Rien n’est encore dit. Enlevez celles dont les langues concordent. Chaque déclaration est un acte à part.
review-diverge-button = Le dire pour { $voice }
review-diverge-reason = Là où les langues ne concordent pas, le même texte pour toutes
review-remark-except = Pour celle-ci, dire autre chose
remark-follows-everyone = Tout le monde lit ce que vous dites, à côté de chacune de ces fiches.
remark-follows-forever = Cela reste, dans votre journal et à côté de la fiche. Cela ne peut pas être repris.
remark-follows-standing = La situation des fiches n’en change pas.
remark-words = Ces mots valent actuellement : { $standing }.
refused-no-remark = Dites de quoi il s’agit, pour toutes ou pour chacune : tout le monde le lit.
refused-record-gone = Cette fiche n’est plus ici.
refused-record-meanwhile = D’autres mots valent pour cette fiche depuis que vous l’avez vue. Ils sont ci-dessous : lisez-les, puis choisissez-la de nouveau.

## Preview
preview-notice = Un aperçu de ce qui a été enregistré en dernier, pour votre partie seule : ainsi tous verront la page une fois que tous en seront convenus.
draft-preview = Montrer la page comme elle sera publique
preview-of = Aperçu : { $kind }
