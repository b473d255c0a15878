## Iniciar sesión por un proveedor de identidad
provider-sign-in = Iniciar sesión con { $provider }
provider-down = { $provider } no responde. Inténtelo de nuevo en un momento, o inicie sesión de otra manera.
provider-not-verified = No se pudo verificar lo que envió { $provider }, y no se inició ninguna sesión. Empiece de nuevo. Si vuelve a ocurrir, avise a la administración de esta instalación.
provider-refused = { $provider } no dijo quién es usted (su motivo: { $code }). Empiece de nuevo, o inicie sesión de otra manera.
provider-over = Tardó demasiado, o empezó en otro navegador. Empiece de nuevo.
provider-not-linked = { $provider } le conoce, pero ninguna cuenta de aquí está vinculada con ello. Inicie sesión de otra manera y vincule su cuenta en su espacio de trabajo. Si no tiene cuenta, acuda a la administración de esta instalación.

## Vínculos
links-text = Vincule su cuenta con { $provider } para iniciar sesión por ese servicio. Su contraseña se conserva. Un vínculo es solo suyo: a nadie se le reconoce por su dirección de correo.
no-links = Su cuenta no está vinculada.
link-add = Vincular con { $provider }
link-lead = Sale de este sitio. { $provider } pregunta quién es usted y le envía de vuelta aquí.
link-on = Continuar a { $provider }
link-remove = Quitar el vínculo
link-added-on = añadido el { $date }
link-used-on = último uso el { $date }
link-never-used = sin usar todavía
session-by-link = por el proveedor de identidad
field-link-password = Contraseña actual
field-link-code = Código
done-linked = Su cuenta está vinculada.
done-link-removed = El vínculo se quitó.
refused-too-many-links = Su cuenta tiene tantos vínculos como puede tener. Quite uno primero.
refused-link-taken = Una cuenta ya está vinculada con esto.
refused-no-such-link = No hay tal vínculo.
refused-not-linked = Ninguna cuenta de aquí está vinculada con esto.
