//! `servanda demo`: the Canada–Mexico Partnership, nothing else needed.

use std::net::{Ipv4Addr, SocketAddr};

use crate::load::lines;
use crate::outcome::{Done, say};
use crate::serve::{open, site};
use crate::{command, dataset};

pub(crate) fn run(asked: &command::Demo) -> Done {
    let set = dataset::compiled_in()?;
    let copies = match &asked.documents {
        Some(folder) => dataset::copies(&set, folder)?,
        None => Vec::new(),
    };
    let office = open(&asked.data)?;
    let loaded = dataset::state(&office, &set, &copies, None)?;
    for line in lines(&loaded) {
        say(line);
    }
    site(office, SocketAddr::from((Ipv4Addr::LOCALHOST, asked.port)), None)
}
