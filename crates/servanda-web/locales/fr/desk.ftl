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
draft-new-lead-bare = Un projet est commencé ; ce qu’il dit vient ensuite. Seule votre partie le voit avant la proposition.
