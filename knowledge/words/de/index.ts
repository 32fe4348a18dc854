/** What Vigie says about law and writes in letters: one catalogue per language, one file per subject. */
