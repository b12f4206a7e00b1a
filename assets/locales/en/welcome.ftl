# The first screen.
welcome-sentence = See what the staff of your branches think, and how it goes with what customers say
welcome-promise = Anonymous surveys, NPS by branch and Excel reports. All on this computer: no server, nothing leaves for the internet.
welcome-example-title = Look at an example
welcome-example-text = An invented chain of 24 cafés: three survey waves, customer scores, findings ready to read. Press anything.
welcome-example-deed = Open the example
welcome-new-title = Start with your company
welcome-new-text = We make an empty workspace: one file that holds everything.
welcome-new-deed = Make a workspace…
welcome-company = Name of the company
welcome-company-hint = Bright Day
welcome-company-wanted = Give the company a name
welcome-open-title = Go on
welcome-open-text = Open a workspace, a file that ends in .frontline.
welcome-open-deed = Open a workspace…
welcome-recent = Recent
welcome-drop = You can drop a workspace on this window
