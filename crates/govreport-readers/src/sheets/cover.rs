//! Which merged region covers a place, asked row by row from above.

use std::collections::BTreeMap;

use super::sheet::Region;

/// The regions that reach into the row that is asked for.
#[derive(Debug)]
pub(super) struct Cover<'r> {
    /// Regions in the order of their first rows, those that were not reached yet.
    coming: std::slice::Iter<'r, Region>,
    /// Those that were, by first column. Of two that overlap the one that came first stays.
    here: BTreeMap<u32, Region>,
}

impl<'r> Cover<'r> {
    /// Begins above the first row. The regions are in the order of their first rows.
    pub(super) fn new(regions: &'r [Region]) -> Self {
        Self { coming: regions.iter(), here: BTreeMap::new() }
    }

    /// The region that covers a place. Rows must not be asked for again after later ones.
    pub(super) fn at(&mut self, row: u32, column: u32) -> Option<Region> {
        while let Some(region) = self.coming.as_slice().first().filter(|region| region.first_row <= row) {
            self.insert(*region, row);
            self.coming.next();
        }
        let (key, region) = self.here.range(..=column).next_back()?;
        if region.last_row < row {
            let key = *key;
            self.here.remove(&key);
            return self.at(row, column);
        }
        (column <= region.last_column).then_some(*region)
    }

    fn insert(&mut self, region: Region, row: u32) {
        if region.last_row < row {
            return;
        }
        while let Some((key, other)) = self.here.range(..=region.last_column).next_back() {
            let key = *key;
            if other.last_column < region.first_column && other.last_row >= row {
                break;
            }
            if other.last_row >= row {
                return;
            }
            self.here.remove(&key);
        }
        self.here.insert(region.first_column, region);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn region(rows: (u32, u32), columns: (u32, u32)) -> Region {
        Region { first_row: rows.0, last_row: rows.1, first_column: columns.0, last_column: columns.1 }
    }

    #[test]
    fn regions_cover_what_they_reach() {
        let regions =
            [region((0, 2), (1, 2)), region((1, 1), (4, 4)), region((2, 3), (2, 5)), region((3, 3), (0, 1))];
        let mut cover = Cover::new(&regions);
        let covered: Vec<Vec<bool>> =
            (0..4).map(|row| (0..6).map(|column| cover.at(row, column).is_some()).collect()).collect();
        let rows: Vec<String> =
            covered.iter().map(|row| row.iter().map(|on| if *on { '#' } else { '.' }).collect()).collect();
        // The third overlaps the first and is none.
        assert_eq!(rows, [".##...", ".##.#.", ".##...", "##...."]);
    }
}
