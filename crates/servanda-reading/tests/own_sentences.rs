//! What the reader makes of the sentences written for it: every one that it takes for something else
//! than the label says is listed here.

#![cfg(test)]
#![expect(
    clippy::needless_raw_string_hashes,
    clippy::needless_pass_by_value,
    reason = "expectations are written by expect-test and handed over by value"
)]

use std::fmt::Write as _;
use std::path::Path;

use expect_test::{Expect, expect};
use servanda_reading::{Kind, Reading, read};

/// A unit with its label; positions are in characters of the document.
struct Unit {
    label: String,
    start: usize,
    end: usize,
    text: String,
}

/// The documents of a file: their texts and units.
fn documents(language: &str) -> Vec<(String, Vec<Unit>)> {
    let path = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join(format!("../../fixtures/reading/{language}.tsv"));
    let file = std::fs::read_to_string(path).unwrap();
    let mut documents: Vec<(String, Vec<Unit>)> = Vec::new();
    let mut in_list = false;
    for line in file.lines().filter(|line| !line.is_empty()) {
        if line.starts_with("= ") {
            documents.push((String::new(), Vec::new()));
            continue;
        }
        let mut fields = line.split('\t');
        let (label, _who, unit) =
            (fields.next().unwrap(), fields.next().unwrap(), fields.next().unwrap());
        let (text, units) = documents.last_mut().unwrap();
        let item = unit.starts_with("- ");
        if !text.is_empty() {
            text.push_str(if item && in_list { "\n" } else { "\n\n" });
        }
        in_list = item;
        let start = text.chars().count();
        text.push_str(unit);
        units.push(Unit {
            label: label.to_owned(),
            start,
            end: text.chars().count(),
            text: unit.to_owned(),
        });
    }
    documents
}

/// The label of what the reader finds in at least half of a unit, the strongest first.
fn label(unit: &Unit, reading: &Reading) -> &'static str {
    let kinds = [(Kind::Undertaking, "U"), (Kind::Recommendation, "R"), (Kind::Result, "D")];
    let covers = |kind: Kind| {
        reading.findings.iter().filter(|f| f.kind == kind).any(|f| {
            std::iter::once(f.start..f.end).chain(f.also.iter().cloned()).any(|range| {
                let common = range.end.min(unit.end).saturating_sub(range.start.max(unit.start));
                common * 2 >= unit.end - unit.start
            })
        })
    };
    kinds.into_iter().find(|(kind, _)| covers(*kind)).map_or("O", |(_, label)| label)
}

#[track_caller]
fn check(language: &str, expected: Expect) {
    let mut told = String::new();
    for (text, units) in documents(language) {
        let reading = read(text.as_bytes(), "a.txt").unwrap();
        for unit in &units {
            let label = label(unit, &reading);
            if label != unit.label {
                writeln!(told, "{label} for {}: {}", unit.label, unit.text).unwrap();
            }
        }
    }
    expected.assert_eq(&told);
}

#[test]
fn english_sentences_are_told_but_for_these() {
    check(
        "en",
        expect![[r#"
            R for O: Open government is about trust.
            O for U: The Ministry will:
            D for O: The sea has joined our peoples for five centuries.
            O for U: - Owner: Lind. Draft the call for papers, due 12 April.
            O for R: Why not let young people sit on the board? We propose two seats.
            O for U: Set up a public register of lobbyists and keep it up to date.
            O for R: We must act, and act now, to save the reef.
            O for D: Thanks to the new line, goods now move between the two ports in nine hours.
            O for D: The Ministers commended the work of the Joint Committee, which has met four times since January.
            O for R: The Ministers stressed the need for the agency to publish its figures.
            D for O: The meeting closed with no other business.
            O for U: The Secretary told his counterpart that the fleet would remain in the gulf until the autumn.
            O for R: We need a new compact between lenders and debtors.
            O for U: By 2028, the State ensures that no child walks more than three kilometres to school.
            O for U: Responsible: Water Agency. Repair the sluices at Lower Marn.
            O for D: The new rules, adopted in April, oblige firms to name their owners.
            O for D: Ruritanian aid is reaching the islands through the churches.
            O for D: Cooperation so far has centred on wells and schools.
            O for U: Ruritania's aim is to double the number of wells in use.
            O for U: - Freeze the price of bus tickets until the end of 2026
            O for U: Taxes on small boats go down.
            O for U: We want to, and will, close the gap in pay.
        "#]],
    );
}

#[test]
fn french_sentences_are_told_but_for_these() {
    check(
        "fr",
        expect![[r#"
            U for O: L'expression « service convenu » désigne un service aérien régulier.
            O for D: L'équipe compte maintenant huit personnes et travaille avec deux provinces.
            O for D: Le ministère met les cartes à l'essai avec deux provinces.
            O for U: La Commission peut être consultée; elle donne son avis dans les deux mois.
            O for D: - Approuve le compte administratif 2018
            U for O: Au sens de la présente Convention, le terme « navire » désigne tout bâtiment de pêche.
            D for U: Les points suivants ont été convenus :
            O for D: La directrice présente l'équipe et le règlement intérieur.
            U for O: Aux fins du présent Accord, l'expression « bassin » désigne l'ensemble des terres drainées par la Verre.
            O for U: - Généraliser le tri des biodéchets dans toutes les cantines avant 2027 ;
            O for U: - Doter chaque quartier d'un point de réparation des vélos ;
            O for D: Hier soir, le centre culturel recevait la troupe du Théâtre de Morel.
            D for U: Les deux délégations ont arrêté un programme de travail pour les deux années à venir.
            O for D: Les experts ont constaté sur place l'avancement du chantier.
            O for U: Les ressortissants de l'une des Parties bénéficieront, sur le territoire de l'autre, du même traitement que les nationaux.
            O for U: Marie appelle le pépiniériste et tient le bureau au courant.
            O for D: Des formations sur l'accueil des victimes sont dispensées aux policiers.
            O for U: La commune de Morel met un agent à la disposition du projet pendant deux ans.
            O for U: Le bénéficiaire fait figurer le logo de la Ville sur ses documents.
            O for U: La politique de l'eau concourt à la protection des nappes.
            O for U: La semaine prochaine, place aux essais avec les usagers.
            D for U: Sylvie prépare l'affiche pour mardi.
            U for O: Le terme « témoin » désigne toute personne appelée à déposer.
            O for U: Le Gouvernement garantit aux anciens combattants l'accès aux programmes de formation.
            O for U: La Ville met gracieusement à disposition la salle Morel.
            O for U: Les bénévoles sont placés sous la responsabilité de l'association.
            D for U: Nous supprimons la taxe sur les semences.
            O for U: Les partenaires partagent librement leurs données.
            O for D: L'observatoire publie désormais ses données chaque mois.
            O for D: Le plan précédent a bénéficié à quarante mille personnes.
            O for U: L'État assure la surveillance des nappes.
            O for U: Un décret fixe les conditions d'application du présent article.
            O for D: Depuis 2019, nos bénévoles relèvent chaque mois la température de l'eau.
            O for U: Je vous envoie le compte rendu avant ce soir.
        "#]],
    );
}

#[test]
fn spanish_sentences_are_told_but_for_these() {
    check(
        "es",
        expect![[r#"
            R for U: Con ese fin se está creando una oficina permanente de enlace, que deberá iniciar labores en mayo.
            D for O: Entré al servicio público por vocación.
            D for O: “Hoy ganamos todos”, dijo la alcaldesa.
            O for U: Se aspira a que en 2035 todos los autobuses sean eléctricos.
            O for R: Los pescadores artesanales reclaman ser escuchados.
            R for O: El gobierno debería avergonzarse, dice una de ellas.
            D for U: Empezamos en enero con un plan piloto en tres distritos.
            U for O: Cuarto. El presente acuerdo no genera obligaciones financieras.
            U for O: Quinto. Podrá modificarse por mutuo consentimiento.
            O for U: Responsable: Dirección de Cuencas. Plazo: 30 de junio. Actividad: instalar tres medidores.
            O for U: Convocar a los municipios a la siguiente sesión.
            O for D: La cobertura pasó de 61 a 83 por ciento gracias al programa.
            O for D: Hemos sido parte de tres mesas de diálogo.
            O for R: El Estado parte debería:
            O for R: Les pido paciencia.
            O for U: Voy a pedirle al cabildo que apruebe el presupuesto participativo.
            O for U: Habrá libertad recíproca de comercio entre los ciudadanos de ambas Repúblicas.
            O for U: Si surgiere alguna diferencia, la someterán a un árbitro.
            O for D: El canciller se encuentra en Alborada, donde participa en la reunión ministerial.
            U for O: Mi abuela decidió que la casa se quedara abierta a los vecinos.
            O for D: Carteles pagados al 50%.
            O for U: Damos por terminada nuestra colaboración.
            D for U: Se designa a Laura como enlace con el municipio.
            O for U: Se busca que la ley quede aprobada en este período de sesiones.
            D for O: Eso fue lo que aprendimos de nuestros mayores.
            U for O: Cada compromiso tendrá una ficha con sus metas.
        "#]],
    );
}
