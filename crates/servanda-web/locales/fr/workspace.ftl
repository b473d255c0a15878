## Ouvrir et fermer une session
workspace-link = Votre espace
sign-in = Ouvrir une session
sign-in-lead = Pour ceux qui tiennent ce registre ou conviennent de ce qui y figure. Tout ce qui est publié se lit sans ouvrir de session.
sign-in-help = Si vous avez perdu votre mot de passe, demandez une nouvelle invitation à l’administration de cette installation.
sign-out = Fermer la session
sign-out-everywhere = Fermer toutes les sessions
to-mend = Il y a quelque chose à corriger
demonstration = Ceci est une démonstration
demonstration-text = Ces comptes ne représentent aucune personne réelle. Tous ont le même mot de passe. Rien de ce qui est fait ici n’est l’acte d’un gouvernement.
demonstration-password = Mot de passe de tous

## Invitations
invitation = Choisir un mot de passe
invitation-lead = Bienvenue, { $name }. Avec un mot de passe à vous, vous pourrez désormais ouvrir une session.
invitation-first = Personne n’a encore de compte ici. Qui crée celui-ci tient les comptes de l’installation : l’administration ajoute des personnes et leur donne des rôles, et ne peut ni changer ni signer ce qui est consigné.
invitation-over-title = Cette invitation n’est plus valable
invitation-over = Elle a été utilisée, a pris fin, ou a été remplacée par une plus récente. Demandez-en une autre à l’administration de cette installation.
invitation-button = Choisir ce mot de passe

## L’espace de travail
workspace = Votre espace de travail
workspace-lead = Ce que vous pouvez faire ici. Les pages publiques sont les mêmes pour vous que pour tout le monde.
your-account = Votre compte
change-password = Changer le mot de passe
change-password-text = Toutes les sessions prennent fin, sur tous les appareils; ici, la vôtre reste ouverte.
account-roles = Rôles
no-roles = Aucun pour l’instant : l’administration les donne.
sessions = Sessions
session-count = { $count ->
    [0] aucune
    [one] une
   *[other] { $shown }
}
refused-sign-ins = Sessions refusées
refused-before = { $count ->
    [one] Avant l’ouverture de votre session, un mauvais mot de passe a été essayé une fois avec votre adresse.
   *[other] Avant l’ouverture de votre session, de mauvais mots de passe ont été essayés { $shown } fois avec votre adresse.
}

## Clés d’accès
passkeys = Clés d’accès
passkeys-text = Une clé d’accès est une clé que garde votre téléphone, votre ordinateur ou votre clé de sécurité. Elle ouvre votre session ici après que l’appareil vous a reconnu, et ne sert sur aucun autre site. Votre mot de passe demeure.
no-passkeys = Aucune pour l’instant.
passkeys-lacking = Une clé d’accès s’ajoute dans un navigateur qui connaît les clés d’accès et exécute le script de cette page.
passkeys-not-here = Ce site est à une adresse pour laquelle les navigateurs ne créent pas de clés d’accès.
add-passkey = Ajouter une clé d’accès
remove-passkey = Retirer
remove-passkey-text = Les sessions ouvertes avec une clé d’accès prennent fin quand elle est retirée. Supprimez-la aussi sur l’appareil.
passkey-added-on = ajoutée le { $date }
passkey-used-on = utilisée la dernière fois le { $date }
passkey-never-used = pas encore utilisée
passkey-on-one = reste sur un seul appareil
passkey-on-many = peut être copiée sur vos autres appareils
passkey-make = Créer la clé d’accès
passkey-make-lead = Votre navigateur demande où la garder, et l’appareil vérifie que c’est vous.
passkey-sign-in = Ouvrir une session avec une clé d’accès
passkey-sign-in-lead = Votre navigateur demande laquelle, et l’appareil vérifie que c’est vous.
passkey-or-password = Ou avec votre mot de passe :
passkey-ask-again = Demander de nouveau
passkey-back = Retour à votre espace de travail
passkey-password = Ouvrir une session avec un mot de passe
passkey-lack = Cette page demande un navigateur qui connaît les clés d’accès et exécute son script.
passkey-failed = Le navigateur n’a pas donné de clé d’accès. Demandez de nouveau, ou continuez sans elle.

## Les comptes, pour l’administration
workspace-people = Comptes
workspace-people-lead = Qui peut ouvrir une session dans cette installation, et avec quels rôles. Qui donne les rôles ici ne peut ni changer ni signer ce qui est consigné.
accounts = Ceux qui existent
add-account = Ajouter un compte
add-account-button = Ajouter et inviter
invited = Invitation
invited-lead = Un lien à remettre.
invited-hand-over = Remettez ce lien à { $name }, et à personne d’autre : qui l’ouvre choisit le mot de passe.
invited-until = Il vaut jusqu’au { $date }, une seule fois.
invited-once = Il n’est pas montré de nouveau. S’il est perdu, faites une nouvelle invitation; l’ancienne ne vaut alors plus.
account-closed-on = fermé le { $date }
account-last-sign-in = dernière session ouverte le { $date }
account-invited = invité, mot de passe pas encore choisi
account-never = a un mot de passe, n’a jamais ouvert de session
account-not-taken-up = l’invitation a pris fin sans être utilisée
account-id = Identifiant dans les journaux
account-standing = Situation
no-roles-of-account = Aucun.
give-role = Donner un rôle
revoke = Reprendre
invite-again = Faire une nouvelle invitation
invite-again-text = Pour un mot de passe perdu, ou une invitation qui a pris fin. Le mot de passe actuel vaut jusqu’à ce qu’un autre soit choisi.
close-account = Fermer le compte
close-account-text = Ses sessions prennent fin et plus personne ne peut s’en servir. Ce qui a été fait avec lui reste consigné. Cela ne peut être annulé; un autre compte peut être créé avec la même adresse de courriel.

## Champs
field-name = Nom
field-mail = Adresse de courriel
field-password = Mot de passe
field-old-password = Mot de passe actuel
field-new-password = Nouveau mot de passe
field-new-password-hint = { $count ->
    [one] Au moins un caractère.
   *[other] Au moins { $shown } caractères. Plusieurs mots sans rapport entre eux se retiennent bien et se devinent mal.
}
field-label = Nom de la clé d’accès
field-label-hint = Comment vous appelez l’appareil qui la garde, par exemple « téléphone » ou « clé grise ».
field-passkey-password = Mot de passe actuel
field-language = Langue
choose = Choisissez
field-role = Rôle
field-role-hint = L’administration n’a ni partenariat ni voix; pour elle, les deux champs ci-dessous ne comptent pas.
field-partnership = Partenariat
field-voice = Voix
field-voice-hint = Pour qui vaut le rôle : { $voices }, ou le nom court d’un observateur.

## Rôles
account-role-administrator = Administration de cette installation
account-role-registrar = Registraire
account-role-co-chair = Coprésidence
account-role-secretariat = Secrétariat
account-role-officer = Agent ou agente
account-role-delegate = Délégué ou déléguée
account-role-observer = Observateur ou observatrice
grant-of = { $role } pour { $voice } – { $partnership }

## Ce qui a été fait
done-password = Le mot de passe est choisi.
done-passkey = La clé d’accès est ajoutée.
done-passkey-removed = La clé d’accès est retirée.
done-granted = Le rôle est donné.
done-revoked = Le rôle est repris.
done-closed = Le compte est fermé.
done-signed-out = Votre session est fermée.
done-everywhere = Toutes vos sessions ont pris fin.

## Ce qui a été refusé
refused-not-allowed = Seule l’administration peut faire cela.
refused-no-name = Entrez un nom.
refused-name-too-long = Entrez un nom plus court.
refused-name-unclean = Le nom contient des caractères qui ne se voient pas, ou mêle deux alphabets. Tapez-le de nouveau.
refused-no-mail = Entrez une adresse de courriel, comme nom@exemple.org.
refused-mail-taken = Un autre compte a cette adresse de courriel. Fermez-le d’abord, ou donnez une autre adresse.
refused-too-many-accounts = Cette installation a autant de comptes qu’elle peut en avoir.
refused-no-such-account = Il n’y a pas de tel compte.
refused-closed = Le compte est fermé.
refused-too-many-roles = Le compte a autant de rôles qu’il peut en avoir. Reprenez-en un d’abord.
refused-not-granted = Le compte n’a pas ce rôle.
refused-last-administrator = Il ne resterait personne pour tenir les comptes. Ajoutez d’abord une autre administration.
refused-invitation-over = L’invitation n’est plus valable. Demandez-en une autre à l’administration.
refused-too-short = Choisissez un mot de passe plus long.
refused-too-long = Choisissez un mot de passe plus court.
refused-guessable = Ce mot de passe se devine facilement. Prenez plusieurs mots sans rapport entre eux.
refused-wrong-password = Ce n’est pas le mot de passe actuel.
refused-not-recognised = L’adresse de courriel et le mot de passe ne vont pas ensemble. Vérifiez les deux et essayez de nouveau.
refused-no-label = Entrez un nom pour la clé d’accès.
refused-label-too-long = Entrez un nom plus court pour la clé d’accès.
refused-too-many-passkeys = Votre compte a autant de clés d’accès qu’il peut en avoir. Retirez-en une d’abord.
refused-no-such-passkey = Il n’y a pas de telle clé d’accès.
refused-passkey-known = Cette clé d’accès est déjà connue.
refused-passkey-not-taken = Ce que l’appareil a envoyé ne peut être pris ici. Il doit vérifier qui s’en sert, et créer une clé du type ES256 ou EdDSA. Essayez de nouveau, ou avec un autre appareil.
refused-passkey-over = Cela a pris trop de temps. Recommencez.
refused-passkey-not-recognised = Cette clé d’accès n’est pas reconnue ici. Essayez-en une autre, ou ouvrez une session avec votre mot de passe.
refused-already-founded = Il y a déjà une administration. Demandez-lui une invitation.
refused-too-often = { $count ->
    [one] Trop d’essais. Essayez de nouveau dans une minute.
   *[other] Trop d’essais. Essayez de nouveau dans { $shown } minutes.
}
refused-no-role = Choisissez un rôle.
refused-no-partnership = Choisissez un partenariat.
refused-no-voice = Entrez le nom court d’une voix : lettres, chiffres et traits d’union.

## Erreurs
signed-out-title = Votre session a pris fin
signed-out-what = Le formulaire n’a pas été pris, car plus aucune session n’est ouverte ici. Ce que vous avez tapé est encore dans votre navigateur.
signed-out-next = Ouvrez une session sous « Votre espace » dans une autre fenêtre, puis revenez au formulaire et envoyez-le de nouveau.
forbidden-title = Cette page n’est pas pour vos rôles
forbidden-what = Votre session est ouverte, et aucun de vos rôles ne donne accès à cette page.
forbidden-next = Si vous en avez besoin, demandez le rôle à l’administration de cette installation.
other-site-title = Ce formulaire ne vient pas de ce site
other-site-what = Quelque chose a été envoyé ici depuis une page d’un autre site. Cela n’a pas été pris, et rien n’a été changé.
other-site-next = Si vous vouliez l’envoyer, ouvrez la page sur ce site et remplissez son formulaire.
too-large-title = C’est plus que ce qui peut être envoyé à la fois
too-large-what = Le formulaire n’a pas été pris, et rien n’a été changé.
too-large-next = Revenez en arrière, raccourcissez ce que vous avez entré et envoyez-le de nouveau.

## Les parties au travail
workspace-side = { $voice } dans le { $partnership }
workspace-waiting = { $count ->
    [one] { $shown } proposition vous attend
   *[other] { $shown } propositions vous attendent
}
side-title = Espace de travail : { $voice }
side-lead = Ce que votre partie prépare reste ici jusqu’à ce qu’elle le propose. Ce qui est entre les parties est réservé aux parties jusqu’à ce que toutes soient d’accord.
side-waits-for-you = Vous attend
side-waits-for-you-empty = Rien n’attend de réponse de votre partie.
side-waits-for-them = Attend les autres
side-waits-for-them-empty = Votre partie n’a rien proposé qui soit encore en suspens.
side-accepted = Acceptées par votre partie, pas encore par toutes
side-over = Convenu ou clos récemment
side-over-empty = Rien n’a été proposé jusqu’ici.
side-drafts = Projets de votre partie
side-drafts-empty = Aucun projet. Commencez-en un, ou ouvrez une fiche et choisissez « Pour les parties : proposer d’autres mots ».
propose-other-words = Pour les parties : proposer d’autres mots
proposed-by = proposé par { $voice }
objected-by = objection : { $voice }
account-of-program = le programme
lot-accept = Accepter les propositions choisies pour { $voice }
lot-propose = Proposer les projets choisis pour { $voice }
lot-accepted = { $count ->
    [one] { $shown } proposition acceptée.
   *[other] { $shown } propositions acceptées.
}
lot-proposed = { $count ->
    [one] { $shown } projet proposé.
   *[other] { $shown } projets proposés.
}
lot-refused = « { $title } » : { $what }
progress-open = en suspens
progress-accepted = accepté par toutes, scellement en cours
progress-sealed = convenu
progress-withdrawn = retiré
progress-overtaken = dépassé par une autre version

## Projets
draft = Projet
draft-untitled = Projet sans titre
draft-new-commitment = Commencer un nouvel engagement
draft-from-record = Pour changer ce qui est consigné, ouvrez sa page et choisissez « Pour les parties : proposer d’autres mots ».
draft-begin = Rédiger d’autres mots
draft-begin-lead = Le projet part des mots actuels : « { $title } ». Seule votre partie le voit jusqu’à ce qu’il soit proposé.
draft-begin-button = Commencer un projet
draft-others = Projets en cours sur cette fiche
draft-written = rédigé par { $name }, le { $date }
draft-saved = Le projet est enregistré. Vous voyez ci-dessous ce qui changerait.
draft-save = Enregistrer le projet
draft-propose = Le proposer
draft-propose-text = Les autres parties lisent les mots enregistrés en dernier, dans les trois langues. Personne d’autre ne les voit jusqu’à ce que toutes soient d’accord. Vous pouvez retirer la proposition jusqu’au sceau.
draft-propose-button = Proposer ces mots
draft-propose-others = La coprésidence ou le secrétariat de votre partie le propose.
draft-meant = Nous avons lu les différences entre les langues; elles sont voulues.
draft-discard = Abandonner le projet
date-hint = Par exemple 30 juin 2027, automne 2027, d’ici 2030; d’un jour à l’autre 2027-07-17/2027-09-04.
date-understood = Compris comme :
draft-versions = Versions antérieures de ce projet
draft-version = Version { $number }, { $by }
compared-with-version = Par rapport à la version { $number } de ce projet.
compared-with-nothing-more = La proposition est close; voici ses mots.
text-stale = Changé depuis en { $languages } : voyez si le texte dit encore la même chose.
text-missing = Manque

## Comparer
compared = Comme les autres le liront
compared-with = Par rapport à ce qui est en vigueur : { $standing }.
compared-with-nothing = Rien n’est encore en vigueur que cela changerait.
compared-with-last = Par rapport à la proposition précédente.
compare-standing = Comparer avec ce qui est en vigueur
compare-last = Comparer avec la proposition précédente
differing = Les langues diffèrent
differing-text = Les nombres, les dates, les parties et la force des verbes sont comparés. Corrigez les textes, ou dites que la différence est voulue.
differing-what = { $text } : { $aspect }
differing-in = { $language } : { $words }
differing-nothing = aucun
aspect-numbers = nombres
aspect-dates = dates
aspect-parties = parties nommées
aspect-obligation = obligation
aspect-latitude = possibilité ou intention
aspect-negation = négation

## Propositions
proposal = Proposition
proposal-is-open = Proposé par { $voice }; en attente d’une réponse.
proposal-is-accepted = Toutes les parties ont accepté; { $voice } scelle.
proposal-is-sealed = Convenu : proposé et scellé par { $voice }.
proposal-is-withdrawn = Retiré par { $voice }.
proposal-is-overtaken = Une autre version a été convenue entre-temps.
proposal-words = Les mots
proposal-made = Proposé
proposal-made-by = par { $voice } ({ $right }), le { $date }
proposal-code = Code de ces mots
proposal-code-hint = Les deux parties voient le même code à côté des mêmes mots : lisez-le-vous avant d’accepter.
proposal-record = Fiche
proposal-record-page = Sa page publique
answers = Réponses
answered = { $act } par { $voice } ({ $right }), le { $date }
do-accept = Accepter
do-accept-text = Par cet acte, { $voice } convient de ces mots dans les trois langues. Il ne peut être repris une fois scellé.
do-accept-button = Accepter pour { $voice }
do-object = Faire objection
do-object-text = L’autre partie lit votre motif. La proposition reste en suspens jusqu’à son retrait.
do-object-button = Faire objection pour { $voice }
do-counter = Proposer autre chose
do-counter-text = Un projet part de ces mots. Pour que votre proposition puisse être acceptée, l’autre est d’abord retirée.
do-counter-button = Commencer un projet pour { $voice }
do-withdraw = Retirer
do-withdraw-text = { $voice } reprend la proposition. Rien n’en devient public.
do-withdraw-button = Retirer pour { $voice }
do-dispute = Contester
do-dispute-text = Ce que dit { $voice } est montré à tous à côté de cette fiche, et y reste. Le statut de la fiche n’en change pas.
do-dispute-button = Contester pour { $voice }
do-diverge = Les langues ne concordent pas
do-diverge-text = Ce que dit { $voice } est montré à tous à côté de cette fiche, jusqu’à ce que les parties corrigent le texte et après.
do-diverge-button = Le dire pour { $voice }
do-remark = Ce qu’il y a à dire
do-reason = Motif

## Commentaires
comments = Commentaires de votre partie
comments-hint = Seule votre partie les lit.
comment-label = Commentaire
comment-button = Commenter
comment-by = { $name }, le { $date }

## À corriger
refused-date = Cette date n’a pas été comprise : écrivez-la comme dans l’exemple.
refused-draft-gone = Ce projet n’est plus ici.
refused-draft-closed = Ce projet a été rangé. Commencez-en un autre.
refused-draft-meanwhile = Quelqu’un de votre partie a changé le projet entre-temps. Ce que vous avez écrit est encore ici : ouvrez le projet dans une autre fenêtre, reprenez ce qui a changé et enregistrez de nouveau là-bas.
refused-draft-too-many = Il y a trop de projets ou de versions. Proposez-en ou abandonnez-en d’abord.
refused-comment-empty = Le commentaire est vide.
refused-comment-too-long = Le commentaire est trop long.
refused-text-unclean = Le texte contient des caractères cachés ou mêle des alphabets dans un mot. Écrivez-le de nouveau.
refused-missing = { $text } : manque en { $language }. Toutes les langues sont convenues ensemble.
refused-unclean-text = { $text } : caractères cachés ou alphabets mêlés dans un mot. Écrivez-le de nouveau.
refused-differing = Les langues diffèrent. Corrigez les textes, ou dites que c’est voulu.
refused-nothing-changes = Ces mots sont déjà convenus : rien ne changerait.
refused-open = Votre partie a un autre acte en suspens sur cette version. Retirez-le d’abord, ou attendez la réponse.
refused-not-by-role = Vos rôles ne le permettent pas. Demandez à quelqu’un de votre partie qui le peut.
refused-not-party = Cette voix n’est pas partie au partenariat.
refused-not-proposable = Cela ne peut être proposé ainsi.
refused-not-open = Cette proposition n’est plus en suspens.
refused-wrong-side = Cette réponse ne revient pas à votre partie.
refused-already-accepted = Votre partie l’a déjà accepté.
refused-unreadable = Un texte de la proposition ne peut être lu ici; elle ne peut donc être acceptée.
refused-no-reason = Donnez un motif : l’autre partie le lit.

signing-title = Signer avec votre clé d’accès
signing-lead = Vous engagez ainsi votre partie. Chaque code figure sur la page de sa proposition, pour être comparé, sur un autre écran si possible. Appuyez sur le bouton après avoir lu : l’appareil vérifie que c’est vous et signe ces seuls actes.
signing-failed = Le navigateur n’a donné aucune signature, et rien n’a été écrit. Signez de nouveau, ou revenez en arrière.
signing-propose = Proposer : { $title }
signing-accept = Accepter : { $title }
signing-withdraw = Retirer : { $title }
signing-code = code { $code }
signing-button = Signer
signing-back = Retour sans signer
refused-not-signed = Votre compte a une clé d’accès qui reste sur un seul appareil, et engage sa partie avec elle. Signez avec elle, à l’adresse où les clés d’accès sont gardées ici.
refused-signing-over = Cela a duré trop longtemps, ou vous avez commencé à signer autre chose. Rien n’a été écrit; recommencez.
refused-other-signature = La signature n’est pas celle de ce qui serait écrit : cela a pu changer pendant que vous signiez. Rien n’a été écrit; regardez de nouveau, puis signez.
refused-too-many-to-sign = On peut en signer 250 au plus à la fois. Rien n’a été écrit; choisissez-en moins.
