//! Handing a letter to a mail server (RFC 5321).
//!
//! The dialogue is led step by step, because what a refusal means depends on where it comes: one of
//! the recipient or of the letter is about this letter, any other is about us and the mail server.

use std::time::{Duration, SystemTime};

use lettre::Address;
use lettre::address::AddressError;
use lettre::message::header::{HeaderName, HeaderValue};
use lettre::message::{Mailbox, Message, MultiPart, SinglePart};
use lettre::transport::smtp::authentication::{Credentials, DEFAULT_MECHANISMS};
use lettre::transport::smtp::client::{SmtpConnection, TlsParameters};
use lettre::transport::smtp::commands::{Data, Mail, Rcpt};
use lettre::transport::smtp::extension::{ClientId, Extension, MailBodyParameter, MailParameter};
use lettre::transport::smtp::{Error, response::Code};
use servanda_web::letter::{Carrier, Letter, NotCarried};

/// How long a mail server may take over any one answer but the last.
const ANSWER: Duration = Duration::from_secs(20);
/// How long it may take over the answer to the letter itself: until it comes, the letter is in doubt, so
/// it is waited for longer (RFC 5321 §4.5.3.2.6).
const TAKING: Duration = Duration::from_mins(1);
/// The reply code for an address that cannot be written to: mailbox name not allowed (RFC 5321 §4.2.3).
const NOT_AN_ADDRESS: u16 = 553;
/// The reply code for what went wrong on this side: local error in processing (RFC 5321 §4.2.3).
const LOCAL_ERROR: u16 = 451;
/// The mail server is going away (RFC 5321 §4.2.3).
const CLOSING: u16 = 421;

/// How the connection is kept from others' eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tls {
    /// It begins plain and must turn to TLS before anything is said (RFC 3207).
    Upgraded,
    /// It is TLS from the beginning (RFC 8314).
    Implicit,
    /// It stays plain.
    Plain,
}

/// How a mail server is reached, and as whom.
#[derive(Clone)]
pub struct SmtpSettings {
    /// Its name or address.
    pub host: String,
    /// Its port.
    pub port: u16,
    /// The mail address that letters come from.
    pub from: String,
    /// Name and password to sign in with.
    pub login: Option<(String, String)>,
    /// How the connection is kept from others' eyes.
    pub tls: Tls,
}

impl std::fmt::Debug for SmtpSettings {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("SmtpSettings").field("host", &self.host).finish_non_exhaustive()
    }
}

/// Why settings cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum NotSettings {
    /// What letters are to come from is no mail address.
    #[error("'{0}' is not a mail address that letters can come from: {1}")]
    NotFrom(String, AddressError),
    /// The name and password would go through the network for everyone to read.
    #[error("name and password are not sent to {0} without TLS")]
    OpenLogin(String),
    /// The certificates of this machine cannot be used.
    #[error("TLS with {0} cannot be set up: {1}")]
    NoTls(String, Error),
}

/// A mail server that letters are handed to.
pub struct Smtp {
    settings: SmtpSettings,
    from: Address,
    credentials: Option<Credentials>,
    tls: Option<TlsParameters>,
    hello: ClientId,
}

impl std::fmt::Debug for Smtp {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Smtp").field(&self.settings).finish()
    }
}

impl Smtp {
    /// A mail server by its settings. Does not speak to it yet.
    pub fn new(settings: SmtpSettings) -> Result<Self, NotSettings> {
        let from: Address = settings
            .from
            .parse()
            .map_err(|why| NotSettings::NotFrom(settings.from.clone(), why))?;
        if settings.tls == Tls::Plain && settings.login.is_some() {
            return Err(NotSettings::OpenLogin(settings.host));
        }
        let tls = match settings.tls {
            Tls::Plain => None,
            Tls::Upgraded | Tls::Implicit => {
                let parameters = TlsParameters::new_rustls(settings.host.clone());
                Some(parameters.map_err(|why| NotSettings::NoTls(settings.host.clone(), why))?)
            }
        };
        let credentials =
            settings.login.clone().map(|(name, password)| Credentials::new(name, password));
        let hello = ClientId::Domain(from.domain().to_owned());
        Ok(Self { settings, from, credentials, tls, hello })
    }

    /// A connection on which a letter can begin.
    fn connect(&self) -> Result<SmtpConnection, Error> {
        let server = (self.settings.host.as_str(), self.settings.port);
        let implicit = self.tls.as_ref().filter(|_| self.settings.tls == Tls::Implicit);
        let mut connection =
            SmtpConnection::connect(server, Some(ANSWER), &self.hello, implicit, None)?;
        if let Some(tls) = self.tls.as_ref().filter(|_| self.settings.tls == Tls::Upgraded) {
            // Refused where the mail server does not offer it: nothing is said in plain then.
            connection.starttls(tls, &self.hello)?;
        }
        if let Some(credentials) = &self.credentials {
            connection.auth(DEFAULT_MECHANISMS, credentials)?;
        }
        Ok(connection)
    }

    fn hand_over(
        &self,
        to: &Address,
        bytes: &[u8],
        begins: &mut dyn FnMut() -> bool,
    ) -> Result<(), NotCarried> {
        let mut connection = self.connect().map_err(|why| no_server(&why))?;
        let mut parameters = Vec::new();
        if !to.to_string().is_ascii() {
            if !connection.server_info().supports_feature(Extension::SmtpUtfEight) {
                connection.abort();
                return Err(NotCarried::Refused(NOT_AN_ADDRESS));
            }
            parameters.push(MailParameter::SmtpUtfEight);
            parameters.push(MailParameter::Body(MailBodyParameter::EightBitMime));
        }
        let from = Mail::new(Some(self.from.clone()), parameters);
        let said = connection.command(from).map_err(|why| no_server(&why));
        let said = said
            .and_then(|_| connection.command(Rcpt::new(to.clone(), Vec::new())).map_err(of_letter))
            .and_then(|_| connection.command(Data).map_err(of_letter));
        let said = said.and_then(|_| {
            // The last moment at which it is certain that the letter was not taken over.
            let is_patient = connection.set_timeout(Some(TAKING)).is_ok();
            if !is_patient || !begins() {
                return Err(NotCarried::Later(LOCAL_ERROR));
            }
            connection.message(bytes).map_err(of_whole_letter)
        });
        // Taken over or not: what comes of the farewell changes nothing.
        connection.abort();
        said.map(drop)
    }

    /// The bytes of a letter: the same letter has the same bytes.
    fn message(&self, letter: &Letter, to: Address) -> Result<Vec<u8>, lettre::error::Error> {
        let seconds = u64::try_from(letter.at).unwrap_or_default();
        let from = Mailbox::new(Some("Servanda".to_owned()), self.from.clone());
        let name = Some(letter.name.clone()).filter(|name| !name.is_empty());
        let mut message = Message::builder()
            .from(from)
            .to(Mailbox::new(name, to))
            .subject(letter.subject.clone())
            .date(SystemTime::UNIX_EPOCH + Duration::from_secs(seconds))
            .message_id(Some(format!("<{}@{}>", letter.mail, self.from.domain())))
            // Nobody's machine answers that its holder is away (RFC 3834 §5).
            .raw_header(header("Auto-Submitted", "auto-generated"));
        if let Some(choice) = &letter.choice {
            message = message.raw_header(header("List-Unsubscribe", &format!("<{choice}>")));
        }
        let parts = MultiPart::alternative()
            .boundary(format!("servanda-{}", letter.mail))
            .singlepart(SinglePart::plain(letter.text.clone()))
            .singlepart(SinglePart::html(letter.html.clone()));
        Ok(message.multipart(parts)?.formatted())
    }
}

impl Carrier for Smtp {
    fn carry(&self, letter: &Letter, begins: &mut dyn FnMut() -> bool) -> Result<(), NotCarried> {
        let refused = NotCarried::Refused(NOT_AN_ADDRESS);
        let Ok(to) = letter.address.parse::<Address>() else { return Err(refused) };
        // A letter that cannot be put together is no fault of the recipient's, and stands in nobody's way.
        let bytes = self
            .message(letter, to.clone())
            .map_err(|_not_a_message| NotCarried::Later(LOCAL_ERROR))?;
        self.hand_over(&to, &bytes, begins)
    }
}

fn header(name: &'static str, value: &str) -> HeaderValue {
    let name = HeaderName::new_from_ascii_str(name);
    HeaderValue::new(name, value.to_owned())
}

/// What a mail server answers is not repeated: it may name people, and this ends up in logs.
fn no_server(why: &Error) -> NotCarried {
    NotCarried::NoServer(match why.status() {
        Some(code) => format!("it answers with code {code}"),
        None if why.is_response() => "what it answers is not SMTP".to_owned(),
        None => why.to_string(),
    })
}

/// What a refusal of the recipient or the letter means.
#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn of_letter(why: Error) -> NotCarried {
    let Some(reply) = why.status().map(reply_code).filter(|reply| *reply != CLOSING) else {
        return no_server(&why);
    };
    if why.is_permanent() { NotCarried::Refused(reply) } else { NotCarried::Later(reply) }
}

/// What it means that a letter went and was not answered with yes.
#[expect(clippy::needless_pass_by_value, reason = "it is what map_err hands over")]
fn of_whole_letter(why: Error) -> NotCarried {
    match why.status().map(reply_code) {
        Some(reply) if why.is_permanent() => NotCarried::Refused(reply),
        // It has the letter not, whatever its reason.
        Some(reply) => NotCarried::Later(reply),
        None => NotCarried::InDoubt,
    }
}

fn reply_code(code: Code) -> u16 {
    u16::from(code)
}
