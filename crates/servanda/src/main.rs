//! The program: settings, clock, chance, wiring, command line.
//!
//! Never: holds logic. What a command does stands in the crates; here it is given what it needs
//! and its outcome is told to the person who asked.

mod account;
mod command;
mod dataset;
mod demo;
mod fetching;
mod files;
mod load;
mod mail;
mod outcome;
mod read;
mod reader;
mod serve;
mod sign_on;
mod upkeep;
mod world;

use std::process::ExitCode;

use clap::Parser;
use command::{Command, Servanda};

fn main() -> ExitCode {
    let asked = Servanda::parse();
    // The process that reads a stranger's file does that and nothing else.
    if let Command::ReadOneFile(file) = &asked.command {
        return outcome::tell(files::read_one(file));
    }
    world::start_log();
    let done = match asked.command {
        Command::Demo(demo) => demo::run(&demo),
        Command::Serve(serve) => serve::run(&serve),
        Command::Read(read) => read::run(&read),
        Command::ReadOneFile(file) => files::read_one(&file),
        Command::Load(load) => load::run(&load),
        Command::Rebuild(place) => upkeep::rebuild(&place),
        Command::Verify(place) => upkeep::verify(&place),
        Command::Retract(retract) => upkeep::retract(&retract),
        Command::Account(account) => account::run(&account),
        Command::Mail(mail) => mail::run(&mail),
        Command::Erase(erase) => upkeep::erase(&erase),
    };
    outcome::tell(done)
}
