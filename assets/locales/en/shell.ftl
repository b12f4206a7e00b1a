# The frame of the window: side bar, status line, common buttons.
nav-home = Home
nav-organisation = Organisation
nav-questionnaires = Questionnaires
nav-waves = Waves
nav-results = Results
nav-customers = Customers
nav-linkage = Linkage
nav-reports = Reports
nav-settings = Settings

status-welcome = Everything stays on this computer; there is no server
status-workspace = Workspace “{ $company }”
status-demo = Workspace “{ $company }”, an example with invented data
status-file = { $file }, saved and encrypted
status-lock = Lock
status-threshold = Threshold: { $k } { $k ->
        [one] answer
       *[other] answers
    }

cancel = Cancel
undo = Undo
close = Close
drop-hint = Drop the file: we will read it and show what is in it
failure-title = That did not work
failure-retry = Try again
failure-copy = Copy details
failure-close = Close the message

stage-working = Working
stage-reading = Reading the file
stage-checking = Checking rows
stage-computing = Computing results
stage-proving = Proving that nobody can be recognised
stage-writing = Writing reports
stage-saving = Saving the workspace
stage-codes = Making codes
stage-unsealing = Opening sealed answers
stage-unlocking = Checking the key

dialog-open-workspace = Open a workspace
dialog-new-workspace = Where to keep the workspace
dialog-import = Which file to read
dialog-questionnaire = Questionnaire file
dialog-folder = Folder for reports
dialog-refusals = Where to save the list
dialog-refusals-name = Refused rows.csv
dialog-recovery = Where to save the recovery sheet
dialog-recovery-name = Recovery sheet.pdf
dialog-tables = Tables
dialog-workspace = Frontline workspace
dialog-own-files = Frontline files
dialog-card = The witness’s card
dialog-codes-folder = Folder for codes
dialog-pack = Where to write the station file
dialog-bundles = Files with answers from stations
dialog-batch = Where to write the file for the witness
dialog-release = The file that the witness sent
dialog-verify = Which file to check
dialog-witness-key = The witness’s key file
dialog-new-witness-key = Where to keep the witness’s key
dialog-save-card = Where to write the card
dialog-card-name = Witness card
dialog-read-batch = The file that HR sent
dialog-save-release = Where to write the release
dialog-release-name = Release of answers
