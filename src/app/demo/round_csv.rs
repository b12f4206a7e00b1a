//! The round as the files that it could have come from.

use std::collections::HashMap;

use super::DemoRound;
use super::csv::{line, quoted};
use crate::domain::rating::{Person, PersonId, Rater};
use crate::import::customer_orientation;

impl DemoRound {
    fn names(&self) -> HashMap<PersonId, &Person> {
        self.people
            .iter()
            .map(|person| (person.id, person))
            .collect()
    }

    /// People: name, position, branch, group, manager.
    #[must_use]
    pub fn people_csv(&self) -> String {
        let names = self.names();
        let mut text = "person,position,branch,group,manager\n".to_owned();
        for person in &self.people {
            let manager = person.manager.and_then(|manager| names.get(&manager));
            line(
                &mut text,
                &[
                    &person.name,
                    &person.position,
                    person.branch.as_str(),
                    person.group.code(),
                    manager.map_or("", |manager| &manager.name),
                ],
            );
        }
        text
    }

    /// Ratings: one sheet a line, a column per competency; empty is "not observed".
    #[must_use]
    pub fn ratings_csv(&self) -> String {
        let (names, model) = (self.names(), customer_orientation());
        let mut text = "person,position,branch,rater,source".to_owned();
        for competency in &model.competencies {
            text.push(',');
            text.push_str(&competency.id);
        }
        text.push_str(",sins\n");
        for (assignment, sheet) in &self.sheets {
            let Some(ratee) = names.get(&assignment.ratee) else {
                continue;
            };
            let rater = match &assignment.rater {
                Rater::Person(rater) => names.get(rater).map_or("", |rater| rater.name.as_str()),
                Rater::Shopper(name) => name,
                Rater::Erased => "",
            };
            let mut cells = vec![
                quoted(&ratee.name),
                quoted(&ratee.position),
                ratee.branch.as_str().to_owned(),
                quoted(rater),
                assignment.source.code().to_owned(),
            ];
            let levels = sheet.marks.iter().map(|mark| mark.level());
            cells
                .extend(levels.map(|level| level.map_or(String::new(), |it| it.get().to_string())));
            cells.push(sheet.sins.join(";"));
            text.push_str(&cells.join(","));
            text.push('\n');
        }
        text
    }
}
