//! The command line: what can be asked, with an example of each.

use std::net::{IpAddr, SocketAddr};
use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
use servanda_files::Limits;

/// The register of what governments have agreed to do.
#[derive(Debug, Parser)]
#[command(name = "servanda", version, arg_required_else_help = true)]
pub(crate) struct Servanda {
    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Shows the Canada–Mexico Partnership on this machine, nothing else needed
    #[command(after_help = "Example: servanda demo --port 8080 --documents ~/documents")]
    Demo(Demo),
    /// Serves the register of an installation
    #[command(after_help = "Example: servanda serve --data /var/lib/servanda \
                            --address https://register.example.org")]
    Serve(Serve),
    /// Reads documents and lists what they undertake, without an installation
    #[command(after_help = "Example: servanda read minutes.html --format json")]
    Read(Read),
    /// States the records of a described data set, all of them or none
    #[command(after_help = "Example: servanda load data/canada-mexico --data /var/lib/servanda")]
    Load(Load),
    /// Deletes the derived register and makes it again from the journals
    #[command(after_help = "Example: servanda rebuild --data /var/lib/servanda")]
    Rebuild(Installation),
    /// Checks every entry, signature and text, and the register against the journals
    #[command(after_help = "Example: servanda verify --data /var/lib/servanda")]
    Verify(Verify),
    /// Takes a statement back; it stays visible as retracted, with the reason
    #[command(after_help = "Example: servanda retract 7k2m9q4x1c --reason-en 'Stated twice' \
                            --data /var/lib/servanda")]
    Retract(Retract),
    /// Makes, lists and closes the accounts of an installation
    #[command(subcommand)]
    Account(Account),
    /// Sends the mails that are due, and ends; while the service runs, it sends them itself
    #[command(after_help = "Example: servanda mail --data /var/lib/servanda \
                            --address https://register.example.org \
                            --smtp-host mail.example.org --smtp-from register@example.org")]
    Mail(MailNow),
    /// Reads one file from standard input, confined; the program starts itself so
    #[command(hide = true)]
    ReadOneFile(ReadOneFile),
    /// Erases one text of a record; every proof still holds
    #[command(after_help = "Example: servanda erase 7k2m9q4x1c --text name \
                            --ground personal-data --data /var/lib/servanda")]
    Erase(Erase),
}

#[derive(Debug, Args)]
pub(crate) struct Installation {
    /// The folder of the installation
    #[arg(long, value_name = "DIR")]
    pub(crate) data: PathBuf,
}

#[derive(Debug, Args)]
pub(crate) struct Verify {
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// A key that checks a journal, as its page shows it; for a copy that has no keys of its own
    #[arg(long = "key", value_name = "KEY")]
    pub(crate) keys: Vec<String>,
    /// A checkpoint kept from before: the journal must begin with its entries
    #[arg(long, value_name = "FILE")]
    pub(crate) since: Vec<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// The port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 8080, overrides_with = "port")]
    pub(crate) port: u16,
    /// The folder the demonstration is kept in
    #[arg(long, value_name = "DIR", default_value = "servanda-demo", overrides_with = "data")]
    pub(crate) data: PathBuf,
    /// A folder with copies of the documents that the register cites
    #[arg(long, value_name = "DIR", overrides_with = "documents")]
    pub(crate) documents: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Serve {
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Where to listen; port 0 takes a free one
    #[arg(long, value_name = "ADDRESS:PORT", default_value = "127.0.0.1:8080")]
    pub(crate) listen: SocketAddr,
    /// Where readers reach it, if that is another address
    #[arg(long, value_name = "URL")]
    pub(crate) address: Option<String>,
    /// A proxy that is believed when it says who asked it (X-Forwarded-For); may be given again
    ///
    /// Without this option nobody is: the address that connects is the one that counts.
    #[arg(long = "trusted-proxy", value_name = "ADDRESS")]
    pub(crate) trusted_proxies: Vec<IpAddr>,
    #[command(flatten)]
    pub(crate) sign_on: SignOn,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

/// An identity provider through which people sign in (OpenID Connect).
#[derive(Debug, Args)]
pub(crate) struct SignOn {
    /// The issuer of an identity provider through which people may sign in
    #[arg(long = "provider", value_name = "URL", requires = "client")]
    pub(crate) issuer: Option<String>,
    /// The name under which the provider knows this installation
    #[arg(long = "provider-client", value_name = "ID", requires = "issuer")]
    pub(crate) client: Option<String>,
    /// A file with the secret that goes with it, which nobody but its owner can read
    #[arg(long = "provider-secret", value_name = "FILE", requires = "issuer")]
    pub(crate) secret: Option<PathBuf>,
    /// What people call the provider, if that is not its host name
    #[arg(long = "provider-name", value_name = "TEXT", requires = "issuer")]
    pub(crate) name: Option<String>,
}

/// The mail server that letters are handed to.
#[derive(Debug, Args)]
pub(crate) struct Mail {
    /// The mail server that letters are handed to; without it no mail is sent
    #[arg(long, value_name = "HOST", requires = "smtp_from")]
    pub(crate) smtp_host: Option<String>,
    /// Its port; 587 with starttls, 465 with tls, 25 without
    #[arg(long, value_name = "PORT", requires = "smtp_host")]
    pub(crate) smtp_port: Option<u16>,
    /// The mail address that letters come from
    #[arg(long, value_name = "ADDRESS", requires = "smtp_host")]
    pub(crate) smtp_from: Option<String>,
    /// The name to sign in to the mail server with
    #[arg(long, value_name = "NAME", requires_all = ["smtp_host", "smtp_password_file"])]
    pub(crate) smtp_user: Option<String>,
    /// A file with the password for it, which only its owner can read
    #[arg(long, value_name = "FILE", requires = "smtp_user")]
    pub(crate) smtp_password_file: Option<PathBuf>,
    /// How the way to the mail server is kept from others' eyes
    #[arg(long, value_enum, default_value_t = TlsChoice::Starttls)]
    pub(crate) smtp_tls: TlsChoice,
    /// The hour of the day, in UTC, at which mails of a day or a week are sent
    #[arg(long, value_name = "HOUR", default_value_t = 12, value_parser = clap::value_parser!(u8).range(0..24))]
    pub(crate) mail_hour: u8,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum TlsChoice {
    /// It begins plain and must turn to TLS
    Starttls,
    /// It is TLS from the beginning
    Tls,
    /// It stays plain: for a mail server on this machine
    None,
}

#[derive(Debug, Args)]
pub(crate) struct MailNow {
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Where readers reach the installation
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub(crate) address: String,
    #[command(flatten)]
    pub(crate) mail: Mail,
}

#[derive(Debug, Args)]
pub(crate) struct Load {
    /// A TOML file, or a folder of them
    #[arg(value_name = "FILE|DIR")]
    pub(crate) set: PathBuf,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// A folder with copies of the documents that the data set cites
    #[arg(long, value_name = "DIR")]
    pub(crate) documents: Option<PathBuf>,
    /// The host name that the journal's name begins with
    ///
    /// It is chosen once: the journal of an installation keeps its name. Without this option it is
    /// `localhost`.
    #[arg(long, value_name = "HOST")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Read {
    /// Documents, or folders of them: PDF, DOCX, ODT, HTML, Markdown or text; or addresses of the
    /// web; - reads all of these from standard input, one a line
    #[arg(value_name = "FILE|DIR|URL|-", required = true)]
    pub(crate) documents: Vec<PathBuf>,
    /// How to write what was found; a table on a terminal, otherwise one finding a line
    #[arg(long, value_enum)]
    pub(crate) format: Option<Format>,
    /// A new file to write to, instead of standard output
    #[arg(long, value_name = "FILE", conflicts_with = "explain")]
    pub(crate) output: Option<PathBuf>,
    /// Go on with the file of --output: documents that are whole in it are not read again
    #[arg(long, requires = "output")]
    pub(crate) resume: bool,
    /// Documents that are read at once; as many as there are cores unless said
    #[arg(long, value_name = "COUNT")]
    pub(crate) jobs: Option<usize>,
    /// Say what several documents say in the same words once, with every passage that says it, one
    /// finding a line
    #[arg(long, conflicts_with_all = ["format", "explain", "output", "resume"])]
    pub(crate) together: bool,
    /// Compare two documents, the earlier one first: what the later one carries over, changes, reports as
    /// done, adds and leaves out, each a suggestion with what differs
    #[arg(long, conflicts_with_all = ["together", "explain", "output", "resume"])]
    pub(crate) compare: bool,
    /// Say of every sentence with these words which rules take it for what, and which do not and why
    #[arg(long, value_name = "WORDS", conflicts_with = "format")]
    pub(crate) explain: Option<String>,
    /// The day that the documents are of, such as 2026-03-02, from which "next year" is counted; without
    /// it, the day that each says it is of
    #[arg(long, value_name = "DAY", conflicts_with_all = ["explain", "compare"])]
    pub(crate) date: Option<jiff::civil::Date>,
    /// A folder with rule files, en.toml, es.toml or fr.toml, to read by instead of those built in
    #[arg(long, value_name = "DIR")]
    pub(crate) rules: Option<PathBuf>,
    #[command(flatten)]
    pub(crate) limits: ReadLimits,
    #[command(flatten)]
    pub(crate) fetching: Fetching,
}

/// How a document is asked for on the web.
#[derive(Debug, Args)]
#[command(next_help_heading = "Addresses of the web")]
pub(crate) struct Fetching {
    /// Keep what is received in this folder, as it was, named by its SHA-256
    #[arg(long, value_name = "DIR")]
    pub(crate) keep: Option<PathBuf>,
    /// How often an address may lead elsewhere
    #[arg(long, value_name = "COUNT", default_value_t = 5)]
    pub(crate) redirect_count_max: usize,
    /// How long each answer may take
    #[arg(long, value_name = "SECONDS", default_value_t = 30)]
    pub(crate) answer_seconds_max: u64,
    /// Also ask addresses of this machine and of the network it stands in
    ///
    /// Without this option they are refused, wherever a name or a redirect leads: whoever writes an
    /// address could otherwise have this machine ask its neighbours.
    #[arg(long)]
    pub(crate) allow_private: bool,
}

/// What a file may take of the machine that reads it.
#[derive(Debug, Args)]
#[command(next_help_heading = "Limits of a file")]
pub(crate) struct ReadLimits {
    /// Its bytes
    #[arg(long, value_name = "BYTES", default_value_t = Limits::DEFAULT.size_bytes_max)]
    pub(crate) size_bytes_max: usize,
    /// The memory of the process that reads it, the program itself included
    #[arg(long, value_name = "BYTES", default_value_t = Limits::DEFAULT.memory_bytes_max)]
    pub(crate) memory_bytes_max: u64,
    /// How long it may take
    #[arg(long, value_name = "SECONDS", default_value_t = Limits::DEFAULT.time_max.as_secs())]
    pub(crate) seconds_max: u64,
    /// Its pages; those after them are left out and counted
    #[arg(long, value_name = "COUNT", default_value_t = Limits::DEFAULT.page_count_max)]
    pub(crate) page_count_max: usize,
    /// How deep its elements may be nested
    #[arg(long, value_name = "COUNT", default_value_t = Limits::DEFAULT.depth_max)]
    pub(crate) depth_max: usize,
    /// The bytes of all parts of a DOCX or ODT, unpacked
    #[arg(long, value_name = "BYTES", default_value_t = Limits::DEFAULT.unpacked_bytes_max)]
    pub(crate) unpacked_bytes_max: u64,
    /// The parts of a DOCX or ODT
    #[arg(long, value_name = "COUNT", default_value_t = Limits::DEFAULT.part_count_max)]
    pub(crate) part_count_max: usize,
    /// The bytes of its text; those after them are left out
    #[arg(long, value_name = "BYTES", default_value_t = Limits::DEFAULT.text_bytes_max)]
    pub(crate) text_bytes_max: usize,
}

#[derive(Debug, Args)]
pub(crate) struct ReadOneFile {
    #[command(flatten)]
    pub(crate) limits: ReadLimits,
    /// The name of the file: its end is a hint at its format
    #[arg(value_name = "NAME")]
    pub(crate) name: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// Columns for reading
    Table,
    /// The text, its outline and its findings
    Json,
    /// One finding a line, and one line for each document
    Ndjson,
    /// The document with its findings marked
    Html,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Account {
    /// Makes an account and prints the link with which its holder chooses a password
    #[command(after_help = "Example: servanda account add --name 'Ana Ruiz' \
                            --mail ana@example.org --role officer \
                            --partnership canada-mexico --voice mx \
                            --data /var/lib/servanda --address https://register.example.org")]
    Add(AccountAdd),
    /// Prints a new link for an account whose password or invitation was lost
    #[command(after_help = "Example: servanda account invite 7k2m9q4x1c --data /var/lib/servanda")]
    Invite(AccountInvite),
    /// Lists the accounts with their roles
    #[command(after_help = "Example: servanda account list --data /var/lib/servanda")]
    List(Installation),
    /// Takes the second step of an account away, whose holder has lost it: the password is enough
    #[command(after_help = "Example: servanda account reset 7k2m9q4x1c --data /var/lib/servanda")]
    Reset(AccountNamed),
    /// Closes an account: nobody signs in with it again
    #[command(after_help = "Example: servanda account close 7k2m9q4x1c --data /var/lib/servanda")]
    Close(AccountNamed),
    /// Erases the name and mail address of an account, and closes it; every proof still holds
    #[command(after_help = "Example: servanda account erase 7k2m9q4x1c --ground personal-data \
                            --data /var/lib/servanda")]
    Erase(AccountErase),
}

#[derive(Debug, Args)]
pub(crate) struct AccountAdd {
    /// The name of its holder
    #[arg(long, value_name = "TEXT")]
    pub(crate) name: String,
    /// The mail address its holder signs in with
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) mail: String,
    /// What it is for: administrator, registrar, co-chair, secretariat, officer, delegate, observer
    #[arg(long, value_name = "ROLE")]
    pub(crate) role: String,
    /// The partnership of the role; an administrator has none
    #[arg(long, value_name = "NAME", requires = "voice")]
    pub(crate) partnership: Option<String>,
    /// The voice of the role, such as ca, mx or registrar; an administrator has none
    #[arg(long, value_name = "NAME", requires = "partnership")]
    pub(crate) voice: Option<String>,
    /// The language its holder reads: en, fr or es
    #[arg(long, value_name = "LANGUAGE", default_value = "en")]
    pub(crate) language: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Where readers reach the installation
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub(crate) address: String,
}

#[derive(Debug, Args)]
pub(crate) struct AccountInvite {
    /// The account's id, as 'account list' shows it
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Where readers reach the installation
    #[arg(long, value_name = "URL", default_value = "http://127.0.0.1:8080")]
    pub(crate) address: String,
}

#[derive(Debug, Args)]
pub(crate) struct AccountNamed {
    /// The account's id, as 'account list' shows it
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
}

#[derive(Debug, Args)]
pub(crate) struct AccountErase {
    /// The account's id, as 'account list' shows it
    #[arg(value_name = "ACCOUNT")]
    pub(crate) account: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Why: personal-data, order, rights or mistake
    #[arg(long, value_name = "GROUND")]
    pub(crate) ground: String,
}

#[derive(Debug, Args)]
pub(crate) struct Retract {
    /// The record's identifier, the last part of its address
    #[arg(value_name = "RECORD")]
    pub(crate) record: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// The reason in English
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason_en: Option<String>,
    /// The reason in French
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason_fr: Option<String>,
    /// The reason in Spanish
    #[arg(long, value_name = "TEXT")]
    pub(crate) reason_es: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Erase {
    /// The record's identifier, the last part of its address
    #[arg(value_name = "RECORD")]
    pub(crate) record: String,
    #[command(flatten)]
    pub(crate) installation: Installation,
    /// Which of its texts: name, title, wording, …
    #[arg(long, value_name = "ROLE")]
    pub(crate) text: String,
    /// Why: personal-data, order, rights or mistake
    #[arg(long, value_name = "GROUND")]
    pub(crate) ground: String,
}
