//! Somebody at a browser: cookies are kept, forms are sent from pages of the site.

use std::cell::RefCell;
use std::collections::BTreeMap;

use axum::http::{StatusCode, header};
use servanda_actions::people::{add_account, take_up};
use servanda_actions::{NewAccount, VISITOR};
use servanda_model::{AccountId, AccountRole, Grant, Language, Seat};

use crate::TestOffice;
use crate::office::TestSite;
use crate::page::Page;

/// The password of every account that a test makes.
pub const PASSWORD: &str = "heron agave kettle";

/// Somebody who looks at a site, at first without a session.
#[derive(Debug)]
pub struct Reader<'site> {
    site: &'site TestSite,
    cookies: RefCell<BTreeMap<String, String>>,
}

impl<'site> Reader<'site> {
    /// Somebody who has not been here before.
    pub fn new(site: &'site TestSite) -> Self {
        Self { site, cookies: RefCell::default() }
    }

    /// Somebody who has signed in.
    #[track_caller]
    pub fn signed_in(site: &'site TestSite, mail: &str) -> Self {
        let reader = Self::new(site);
        let page = reader.sign_in(mail, PASSWORD);
        assert_eq!(page.status, StatusCode::SEE_OTHER, "{}", page.text());
        reader
    }

    /// Sends the form of the sign-in page.
    pub fn sign_in(&self, mail: &str, password: &str) -> Page {
        self.post("/en/sign-in", &[("mail", mail), ("password", password)])
    }

    /// Opens a page.
    pub fn get(&self, path: &str) -> Page {
        let page = self.site.send("GET", path, &[("cookie", &self.cookie())]);
        self.keep_cookies(&page);
        page
    }

    /// Sends a form.
    pub fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let from_here = ("sec-fetch-site", "same-origin");
        let page = self.site.post(path, fields, &[("cookie", &self.cookie()), from_here]);
        self.keep_cookies(&page);
        page
    }

    /// Sends a file: its name and its bytes.
    pub fn post_file(&self, path: &str, file: (&str, &[u8])) -> Page {
        self.post_file_with(path, file, &[])
    }

    /// Sends a file with what is typed into other fields of its form.
    pub fn post_file_with(&self, path: &str, file: (&str, &[u8]), fields: &[(&str, &str)]) -> Page {
        let headers = [("cookie", &*self.cookie()), ("sec-fetch-site", "same-origin")];
        let page = self.site.post_file(path, file, fields, &headers);
        self.keep_cookies(&page);
        page
    }

    /// The cookies that are sent along.
    pub fn cookie(&self) -> String {
        let cookies = self.cookies.borrow();
        let pairs = cookies.iter().map(|(name, value)| format!("{name}={value}"));
        pairs.collect::<Vec<_>>().join("; ")
    }

    fn keep_cookies(&self, page: &Page) {
        let set = page.headers.get_all(header::SET_COOKIE).iter();
        for cookie in set.filter_map(|cookie| cookie.to_str().ok()) {
            let pair = cookie.split(';').next().and_then(|pair| pair.split_once('='));
            let Some((name, value)) = pair else { continue };
            if cookie.contains("Max-Age=0") {
                self.cookies.borrow_mut().remove(name);
            } else {
                self.cookies.borrow_mut().insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// A role of a voice.
pub fn role(role: AccountRole, partnership: &str, voice: &str) -> Grant {
    let seat = Seat { partnership: partnership.to_owned(), voice: voice.to_owned() };
    Grant::new(role, Some(seat)).expect("a role with its voice")
}

impl TestOffice {
    /// Makes an account and gives it the [`PASSWORD`].
    pub fn account(&mut self, name: &str, mail: &str, grant: Grant) -> AccountId {
        let token = self.invite(name, mail, grant);
        self.act(|office, by| {
            by.account = VISITOR;
            take_up(office, &token, PASSWORD, by).expect("the invitation holds")
        })
    }

    /// Makes an account and returns the token of its invitation.
    pub fn invite(&mut self, name: &str, mail: &str, grant: Grant) -> String {
        let (name, mail) = (name.to_owned(), mail.to_owned());
        let new = NewAccount { name, mail, language: Language::English, grant };
        self.act(|office, by| add_account(office, &new, by).expect("an account is made").token)
    }
}
