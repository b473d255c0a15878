## Sessions
sessions-text = Là où votre session est ouverte. Une session se ferme d’elle-même après une heure sans demande, et dans tous les cas après une demi-journée.
session-with = { $browser } sur { $system }
session-with-unknown = Navigateur inconnu
session-this = cette session
session-began = depuis le { $date }, { $time } UTC
session-used = dernière utilisation le { $date }, { $time } UTC
session-by-password = avec le mot de passe
session-by-passkey = avec une clé d’accès
session-end = Fermer
sessions-end-others = Fermer toutes les autres
end-sessions = Fermer toutes les sessions
end-sessions-text = Pour un appareil perdu ou laissé ouvert. Qui utilise le compte doit ouvrir une nouvelle session; ce qui était saisi sans être envoyé est perdu.
done-session-ended = La session est fermée.
done-others-ended = Toutes vos autres sessions sont fermées.
done-sessions-ended = Toutes les sessions du compte sont fermées.

## Erreurs
too-slow-title = Cela a pris trop de temps
too-slow-what = La réponse n’était pas prête en une minute, ou ce qui était envoyé n’est pas arrivé en entier dans ce délai.
too-slow-next = Réessayez dans un instant.
