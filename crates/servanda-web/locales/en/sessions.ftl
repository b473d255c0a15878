## Sessions
sessions-text = Where you are signed in. A session ends by itself after an hour without a request, and after half a day in any case.
session-with = { $browser } on { $system }
session-with-unknown = Unknown browser
session-this = this session
session-began = since { $date }, { $time } UTC
session-used = last used { $date }, { $time } UTC
session-by-password = with the password
session-by-passkey = with a passkey
session-end = End
sessions-end-others = End all others
end-sessions = End all sessions
end-sessions-text = For a device that was lost or left open. Whoever uses the account has to sign in again; what they typed and did not send is lost.
done-session-ended = The session has ended.
done-others-ended = Every other session of yours has ended.
done-sessions-ended = Every session of the account has ended.

## Errors
too-slow-title = This took too long
too-slow-what = The answer was not ready within a minute, or what was sent did not arrive whole in that time.
too-slow-next = Try again in a moment.
