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

## Preview
preview-notice = Un aperçu de ce qui a été enregistré en dernier, pour votre partie seule : ainsi tous verront la page une fois que tous en seront convenus.
draft-preview = Montrer la page comme elle sera publique
preview-of = Aperçu : { $kind }
