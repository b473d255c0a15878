## The second step
second-step = Second step
second-step-text = After the password you are asked for a code that an app on your telephone makes anew every half minute. Whoever learns your password then still cannot sign in. Passkeys need no second step.
no-second-step = None: the password is enough.
authenticator = Authenticator app
second-step-since = since { $date }
recovery-codes-left = { $count ->
    [one] one recovery code left
   *[other] { $shown } recovery codes left
}
second-step-add = Add a second step
second-step-add-lead = Show this secret to an authenticator app, then enter the code it shows.
second-step-scan = Take the secret into the app
second-step-picture = The secret as a QR code, to be scanned by the app
second-step-open = Open it in the app on this device
second-step-type = Or type it into the app:
second-step-confirm = Enter the code
second-step-confirm-button = Confirm and turn on
second-step-code-hint = The six digits that the app shows now.
second-step-back = Back to your workspace, without a second step
second-step-remove = Turn the second step off
second-step-was-reset = On { $date } an administrator took your second step away. Add a new one. If you did not ask for this, tell them.
second-step-request = You bind a side, and only a password guards your account. Add a passkey or a second step.

## Recovery codes
recovery-codes = Recovery codes
recovery-codes-lead = Each of them stands for one code of the app, once, if you do not have the app at hand.
recovery-codes-once = They are not shown again. Print them or write them down, and keep them apart from your telephone.
recovery-codes-kept = I have kept them: back to your workspace
recovery-codes-renew = Make new recovery codes
signed-in-with-recovery = { $count ->
    [0] You signed in with your last recovery code: none is left. Make new ones.
    [one] You signed in with a recovery code: one is left.
   *[other] You signed in with a recovery code: { $shown } are left.
}

## The code at sign-in
code = Enter the code
code-lead = The password is right. Your account asks for a second step as well.
code-help = Without the app, enter one of your recovery codes. Without those, ask an administrator of this installation to take the second step away.
code-back = Back to the sign-in page

## For administrators
reset-second-step = Take the second step away
reset-second-step-text = For somebody who has lost their telephone and their recovery codes. Make sure that it is they who ask. From then on the password is enough; they are told when they next sign in.

## Fields
field-code = Code
field-second-password = Present password
field-second-code = Code
field-passkey-code = Code
field-old-code = Code
field-code-hint = The six digits that your app shows now, or a recovery code.

## What was done
done-second-step = The second step is turned on. Keep these recovery codes.
done-second-step-removed = The second step is turned off: the password is enough now.
done-second-step-reset = The second step is taken away. The holder is told at the next sign-in.
done-recovery-codes = These are your new recovery codes; those of before no longer hold.

## What was refused
refused-second-step-there = Your account has a second step already. Turn it off first.
refused-no-second-step = There is no second step.
refused-second-step-over = This took too long. Begin again.
refused-wrong-code = This is not a code that holds now. Wait for the next one and enter that: each counts once.
refused-code-over = This took too long, or too many codes were wrong. Enter the password again.
refused-own-second-step = Turn your own second step off in your workspace, with password and code, or ask another administrator.
