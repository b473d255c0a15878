## La seconde étape
second-step = Seconde étape
second-step-text = Après le mot de passe, on vous demande un code qu’une application de votre téléphone renouvelle toutes les trente secondes. Qui apprend votre mot de passe ne peut alors toujours pas ouvrir de session. Les clés d’accès n’ont pas besoin de seconde étape.
no-second-step = Aucune : le mot de passe suffit.
authenticator = Application d’authentification
second-step-since = depuis le { $date }
recovery-codes-left = { $count ->
    [one] il reste { $shown } code de secours
   *[other] il reste { $shown } codes de secours
}
second-step-add = Ajouter une seconde étape
second-step-add-lead = Montrez ce secret à une application d’authentification, puis saisissez le code qu’elle affiche.
second-step-scan = Enregistrer le secret dans l’application
second-step-picture = Le secret sous forme de code QR, à lire avec l’application
second-step-open = L’ouvrir dans l’application de cet appareil
second-step-type = Ou saisissez-le dans l’application :
second-step-confirm = Saisir le code
second-step-confirm-button = Confirmer et activer
second-step-code-hint = Les six chiffres que l’application affiche maintenant.
second-step-back = Retour à votre espace de travail, sans seconde étape
second-step-remove = Désactiver la seconde étape
second-step-was-reset = Le { $date }, l’administration a retiré votre seconde étape. Ajoutez-en une nouvelle. Si vous ne l’avez pas demandé, signalez-le-lui.
second-step-request = Vous engagez une partie, et seul un mot de passe protège votre compte. Ajoutez une clé d’accès ou une seconde étape.

## Codes de secours
recovery-codes = Codes de secours
recovery-codes-lead = Chacun remplace une seule fois un code de l’application, si vous ne l’avez pas sous la main.
recovery-codes-once = Ils ne seront plus affichés. Imprimez-les ou notez-les, et gardez-les ailleurs que votre téléphone.
recovery-codes-kept = Je les ai gardés : retour à votre espace de travail
recovery-codes-renew = Créer de nouveaux codes de secours
signed-in-with-recovery = { $count ->
    [0] Vous avez ouvert la session avec votre dernier code de secours : il n’en reste aucun. Créez-en de nouveaux.
    [one] Vous avez ouvert la session avec un code de secours : il en reste { $shown }.
   *[other] Vous avez ouvert la session avec un code de secours : il en reste { $shown }.
}

## Le code à l’ouverture de session
code = Saisir le code
code-lead = Le mot de passe est bon. Votre compte demande aussi une seconde étape.
code-help = Sans l’application, saisissez un de vos codes de secours. Sans ceux-ci, demandez à l’administration de cette installation de retirer la seconde étape.
code-back = Retour à la page d’ouverture de session

## Pour l’administration
reset-second-step = Retirer la seconde étape
reset-second-step-text = Pour une personne qui a perdu son téléphone et ses codes de secours. Assurez-vous que c’est bien elle qui le demande. Le mot de passe suffit ensuite; elle en est informée à sa prochaine ouverture de session.

## Champs
field-code = Code
field-second-password = Mot de passe actuel
field-second-code = Code
field-passkey-code = Code
field-old-code = Code
field-code-hint = Les six chiffres que votre application affiche maintenant, ou un code de secours.

## Ce qui a été fait
done-second-step = La seconde étape est activée. Gardez ces codes de secours.
done-second-step-removed = La seconde étape est désactivée : le mot de passe suffit désormais.
done-second-step-reset = La seconde étape est retirée. La personne en est informée à sa prochaine ouverture de session.
done-recovery-codes = Voici vos nouveaux codes de secours; les précédents ne valent plus.

## Ce qui a été refusé
refused-second-step-there = Votre compte a déjà une seconde étape. Désactivez-la d’abord.
refused-no-second-step = Il n’y a pas de seconde étape.
refused-second-step-over = Cela a pris trop de temps. Recommencez.
refused-wrong-code = Ce code ne vaut pas maintenant. Attendez le suivant et saisissez-le : chacun ne sert qu’une fois.
refused-code-over = Cela a pris trop de temps, ou trop de codes étaient faux. Saisissez de nouveau le mot de passe.
refused-own-second-step = Désactivez votre propre seconde étape dans votre espace de travail, avec mot de passe et code, ou adressez-vous à une autre personne de l’administration.
