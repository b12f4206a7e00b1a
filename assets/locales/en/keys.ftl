# Keys of a workspace: why it does not open, and what to do.
vault-wrong-passphrase = the passphrase does not fit. Check the keyboard language and Caps Lock; capital and small letters differ
vault-wrong-words = these recovery words are not of this workspace, or the sheet has been replaced since
vault-weak-passphrase = this passphrase is guessed too soon. Make it longer: five unrelated words are easy to remember and hopeless to guess
vault-word-count = { $count ->
        [0] there are no words
        [one] there is { $count } word
       *[other] there are { $count } words
    }; a recovery sheet has 24
vault-unknown-word = word { $number } is not in the list. Compare it with the sheet; its first four letters are enough
vault-words-mixed = all words are in the list, but together they do not add up: one of them is another word or stands in the wrong place
vault-cut-off = the workspace file breaks off: it was not copied to the end. Copy it again, or restore the workspace from a backup
vault-trailing-bytes = something was added at the end of the workspace file. The program left it as it was; restore the workspace from a backup
vault-damaged = the workspace file is damaged or was altered by another program. It was left as it was; restore the workspace from a backup
vault-older = this file is older than what this computer has opened before: save { $found }, where { $seen } was seen. Somebody may have put an old copy in its place
vault-unencrypted = this workspace was made by a preview version and is not encrypted. Give it a passphrase
vault-network-drive = “{ $path }” is on a network drive, and a workspace belongs on a disk of this computer: over a network it may be copied, or opened twice. Move the file here; backups may go to a network drive
vault-last-slot = this is the last passphrase: nothing else would open the workspace. Add another one first
vault-slots-full = there is no room for another key. Remove somebody’s passphrase
vault-no-such-slot = this key is gone already. Open the section again
vault-no-passphrase = a passphrase is needed and nobody can be asked. Give it by --passphrase-file or by the variable FRONTLINE_PASSPHRASE
vault-passphrases-differ = the passphrases differ. Run the command again
