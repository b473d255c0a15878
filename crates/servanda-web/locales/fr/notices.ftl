### Mots des avis et du courriel. Nombres et dates sont mis en forme avant d’arriver ici.

## La page des avis
notices = Avis
notices-unseen = { $count ->
    [one] { $shown } nouveau
   *[other] { $shown } nouveaux
}
notices-lead = Ce qui s’est passé dans les { $days } derniers jours et qui concerne vos rôles.
notices-new = Nouveaux
notices-earlier = Déjà vus
notices-empty = Il ne s’est encore rien passé. Quand l’autre partie propose ou répond, ou que quelqu’un commente un projet de votre partie, cela figure ici.
notices-nothing-new = Il ne s’est rien passé de nouveau depuis.
notices-see = Tout marquer comme vu
notices-more = { $count ->
    [one] Seul le dernier avis est montré.
   *[other] Seuls les { $shown } derniers avis sont montrés.
}
notices-choice = Choisir quand recevoir un courriel sur les avis

## Ce qui s’est passé
notice-proposed = { $voice } : proposition faite à votre partie.
notice-proposed-own = Votre partie ({ $voice }) a présenté une proposition.
notice-accepted = { $voice } : une proposition est acceptée.
notice-objected = { $voice } : objection à une proposition.
notice-withdrawn = { $voice } : proposition retirée.
notice-agreed = Les parties sont d’accord.
notice-commented = { $name } a fait un commentaire, au sein de votre partie.
notice-commented-somebody = Quelqu’un de votre partie a fait un commentaire.
notice-told = { $name } vous dit quelque chose dans un commentaire, au sein de votre partie.
notice-told-somebody = Quelqu’un de votre partie vous dit quelque chose dans un commentaire.
notice-assigned = { $name } vous a confié un projet à poursuivre.
notice-assigned-somebody = Quelqu’un de votre partie vous a confié un projet à poursuivre.
notice-disputed = { $voice } : ce qui est consigné est contesté.
notice-diverged = { $voice } : les langues d’une fiche ne concordent pas.
notice-in-doubt = peut-être déjà dans un courriel du { $date } : le serveur n’a pas dit s’il l’avait pris

## Langue et courriel
choice = Langue et courriel
choice-lead = Les courriels sur les avis vont à { $mail }.
choice-no-mail = Cette installation n’envoie pas de courriel. Ce qui vous concerne figure sous « Avis »; votre choix vaudra dès qu’elle en enverra.
choice-bounce = Un courriel n’a pu être remis à votre adresse le { $date } : le serveur l’a refusé avec le code { $reply }. Rien d’autre n’est envoyé avant que vous enregistriez votre choix de nouveau. Si l’adresse est fausse, adressez-vous à l’administration.
choice-button = Enregistrer le choix
done-chosen = Votre choix est enregistré.
field-mail-choice = Courriel sur les avis
field-mail-choice-hint = Le courriel dit ce qui s’est passé, et de qui cela vient; les mots eux-mêmes se lisent ici.
mail-choice-at-once = tout de suite
mail-choice-daily = une fois par jour
mail-choice-weekly = une fois par semaine, le lundi
mail-choice-never = jamais
account-mail = Courriel
account-bounce = un courriel n’a pu être remis le { $date } (code { $reply })
account-doubt = un courriel du { $date } est incertain : le serveur n’a pas dit s’il l’avait pris; il n’est pas renvoyé

## Invitations par courriel
invited-by-mail = L’invitation est partie par courriel à { $name }, à l’adresse { $mail }.
invited-by-mail-lost = Si elle n’arrive pas, faites une nouvelle invitation; l’ancienne ne vaut alors plus.
invited-not-by-mail = L’invitation n’a pu partir par courriel. Vous pouvez remettre le lien vous-même.

## Lettres
letter-greeting = Bonjour { $name },
letter-notices-subject = { $count ->
    [one] { $shown } avis du registre
   *[other] { $shown } avis du registre
}
letter-notices-lead = { $count ->
    [one] Voici ce qui s’est passé :
   *[other] Voici ce qui s’est passé, le plus récent d’abord :
}
letter-again = Ceci figurait peut-être déjà dans un courriel; le serveur n’a pas dit s’il l’avait pris :
letter-reticent = Ce qui est entre les parties ou réservé à la vôtre ne figure pas dans ce courriel. Cela se lit après ouverture d’une session.
letter-all = Tous les avis
letter-why = Vous recevez ce courriel en raison de vos rôles dans ce registre. Choisissez ici quand en recevoir, ou aucun :
letter-choice = Langue et courriel
letter-invitation-subject = Votre invitation au registre
letter-invitation-lead = Un compte a été fait pour vous. Ce lien vous permet de choisir un mot de passe :
letter-invitation-open = Choisir un mot de passe
letter-invitation-alone = Le lien est pour vous seulement : ne transmettez pas ce courriel. Si vous n’attendiez pas d’invitation, vous n’avez rien à faire.
