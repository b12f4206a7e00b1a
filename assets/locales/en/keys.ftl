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
vault-other-keys = this backup was sealed under an earlier key. Lock the workspace (Ctrl+L), type the passphrase of that day and restore it from there
vault-last-slot = this is the last passphrase: nothing else would open the workspace. Add another one first
vault-slots-full = there is no room for another key. Remove somebody’s passphrase
vault-no-such-slot = this key is gone already. Open the section again
vault-no-passphrase = a passphrase is needed and nobody can be asked. Give it by --passphrase-file or by the variable FRONTLINE_PASSPHRASE
vault-passphrases-differ = the passphrases differ. Run the command again

# A new passphrase
keys-new-title = A passphrase for the workspace “{ $company }”
keys-new-deed = Make the workspace
keys-convert-title = Encrypt the workspace
keys-convert-deed = Encrypt
keys-passphrase = Passphrase
keys-passphrase-note = Best is a phrase of several words that have nothing to do with each other.
keys-repeat = Passphrase again
keys-repeat-wanted = Type the passphrase a second time
keys-differ = The passphrases differ
keys-weak = Too easy to guess. Add words
keys-offer = Offer me a phrase
keys-offer-note = Five random words: trying them all would take millions of years. Keep a note until you know it by heart.
keys-show = Show
keys-grade-weak = weak, it will be guessed
keys-grade-fair = it will do; longer is better
keys-grade-good = good
keys-grade-strong = excellent
keys-about = What to know
keys-note-nobody = The workspace will be encrypted. Without the passphrase nobody opens it: no thief of the laptop, no administrator, not we.
keys-note-convert = This workspace was made by a preview version and lies open. We encrypt it where it is. Copies that you made before stay unencrypted: delete them.
keys-note-sheet = Next you get 24 recovery words. They are the spare key: print them and put them into a safe.
keys-note-lost = If you lose both the passphrase and the sheet, the data are gone. There is no server to reset it.

# The lock
unlock-deed = Open
unlock-hint = Capital and small letters differ; extra spaces do no harm.
unlock-wanted = Type the passphrase
unlock-words = Recovery words
unlock-words-hint = The 24 words of the sheet in order, with spaces between. The first four letters of each are enough.
unlock-use-words = Open with recovery words
unlock-use-passphrase = Open with the passphrase
unlock-forgotten = Once the words have opened it, set a new passphrase in Settings → Keys.
unlock-older = Open this file all the same
unlock-other = Another workspace
unlock-example = This is an example with invented data. Passphrase: { $passphrase }
unlock-backups = Backups…
unlock-backups-hide = Hide backups
unlock-backups-text = Type above the passphrase of that day and choose a backup. The present file is put among the backups too.

# Recovery words
words-title = Write down the recovery words
words-text = They open the workspace when the passphrase is forgotten, or whoever knew it has left. The order matters.
words-kept = The words are written down or printed
words-kept-wanted = Write the words down or print them first
words-print = Print the sheet…
words-deed = Go to the workspace
words-note-secret = Whoever sees these words can open the workspace. Take no photo of them and keep them off the computer.
words-note-once = The words are not shown again. A new sheet can be made in the settings; the old one is then void.

# Keys in the settings
keys-title = Keys
keys-holder-first = Main passphrase
keys-holder-second = Passphrase of { $name }
keys-holder-words = Recovery sheet, 24 words
keys-change = Change passphrase…
keys-add = Add a second officer…
keys-renew = New recovery sheet…
keys-rotate = Rotate the encryption key…
keys-remove = Remove
keys-auto-lock = Lock when nobody is there
keys-lock = Lock now
keys-minutes = after { $minutes } { $minutes ->
        [one] minute
       *[other] minutes
    }
keys-current = Present passphrase
keys-current-wanted = Type the passphrase that opens the workspace now
keys-current-words = Forgotten? Type the 24 words of the recovery sheet here instead, with spaces between.
keys-change-deed = Change passphrase
keys-change-note = Earlier backups still open with the old passphrase.
keys-officer-name = Name of the officer
keys-officer-name-wanted = Say whose passphrase it is
keys-officer-note = The officer types the passphrase in person. It opens the workspace without you; the name is encrypted in the file.
keys-officer-deed = Add the officer
keys-rotate-note = Needed when a passphrase, a sheet or a copy of the file came into wrong hands. The workspace gets a new key, the recovery sheet is replaced.
keys-rotate-other = Passphrase of the second officer
keys-rotate-other-note = Left empty, that passphrase stops working.
keys-rotate-deed = Rotate the key
keys-renew-title = Make a new recovery sheet?
keys-renew-body = The words of the old sheet will no longer open the workspace. Earlier backups they still open.
keys-renew-deed = Make a new sheet
keys-remove-title = Remove the passphrase of { $name }?
keys-remove-body = It will no longer open the workspace. Earlier backups it still opens; if that is a danger, rotate the encryption key and delete the backups.
keys-remove-deed = Remove the passphrase
keys-backups = Backups
keys-backups-text = On every day, before the first change, the file as it was is put into a folder beside the workspace, encrypted. Seven are kept.
keys-backups-none = No backups yet: the first appears when you change something on another day.
backup-about = save { $number }, { $size } MB
backup-deed = Restore…
backup-title = Bring the workspace back as it was on { $day }?
backup-body = First we check that the backup opens and is whole. The present state is put among the backups, so you can return to it.
backup-confirm = Restore this backup
