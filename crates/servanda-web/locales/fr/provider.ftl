## Ouvrir une session par un fournisseur d’identité
provider-sign-in = Ouvrir une session avec { $provider }
provider-down = { $provider } ne répond pas. Réessayez dans un instant, ou ouvrez une session autrement.
provider-not-verified = Ce que { $provider } a envoyé n’a pas pu être vérifié, et aucune session n’est ouverte. Recommencez. Si cela se reproduit, signalez-le à l’administration de cette installation.
provider-refused = { $provider } n’a pas dit qui vous êtes (son motif : { $code }). Recommencez, ou ouvrez une session autrement.
provider-over = Cela a pris trop de temps, ou a commencé dans un autre navigateur. Recommencez.
provider-not-linked = { $provider } vous connaît, mais aucun compte d’ici n’y est lié. Ouvrez une session autrement et liez votre compte dans votre espace de travail. Si vous n’avez pas de compte, adressez-vous à l’administration de cette installation.

## Liens
links-text = Liez votre compte à { $provider } pour ouvrir vos sessions par ce service. Votre mot de passe demeure. Un lien n’est qu’à vous : personne n’est reconnu à son adresse de courriel.
no-links = Votre compte n’est pas lié.
link-add = Lier à { $provider }
link-lead = Vous quittez ce site. { $provider } demande qui vous êtes et vous renvoie ici.
link-on = Continuer vers { $provider }
link-remove = Retirer le lien
link-added-on = ajouté le { $date }
link-used-on = dernière utilisation le { $date }
link-never-used = pas encore utilisé
session-by-link = par le fournisseur d’identité
field-link-password = Mot de passe actuel
field-link-code = Code
done-linked = Votre compte est lié.
done-link-removed = Le lien est retiré.
refused-too-many-links = Votre compte a autant de liens qu’il peut en avoir. Retirez-en un d’abord.
refused-link-taken = Un compte y est déjà lié.
refused-no-such-link = Ce lien n’existe pas.
refused-not-linked = Aucun compte d’ici n’y est lié.
