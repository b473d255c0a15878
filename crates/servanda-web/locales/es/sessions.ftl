## Sesiones
sessions-text = Dónde tiene sesiones abiertas. Una sesión termina por sí sola tras una hora sin solicitudes, y en todo caso tras medio día.
session-with = { $browser } en { $system }
session-with-unknown = Navegador desconocido
session-this = esta sesión
session-began = desde el { $date }, { $time } UTC
session-used = último uso el { $date }, { $time } UTC
session-by-password = con la contraseña
session-by-passkey = con una llave de acceso
session-end = Terminar
sessions-end-others = Terminar todas las demás
end-sessions = Terminar todas las sesiones
end-sessions-text = Para un dispositivo perdido o que quedó abierto. Quien use la cuenta debe iniciar sesión de nuevo; lo que escribió sin enviar se pierde.
done-session-ended = La sesión terminó.
done-others-ended = Todas sus demás sesiones terminaron.
done-sessions-ended = Todas las sesiones de la cuenta terminaron.

## Errores
too-slow-title = Tardó demasiado
too-slow-what = La respuesta no estuvo lista en un minuto, o lo que se envió no llegó completo en ese tiempo.
too-slow-next = Inténtelo de nuevo en un momento.
