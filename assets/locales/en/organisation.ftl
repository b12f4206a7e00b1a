# Organisation: branches, head counts, positions.
organisation-subtitle = branches, head counts and staff groups
organisation-import = Load a list…
organisation-add = Add a branch
organisation-empty = No branches yet. Load the list from Excel or CSV: code, name, region, contact staff, back office.
organisation-search = Find a branch
organisation-by-region = By region
organisation-flat = As a list
organisation-branches = Branches
organisation-total = **{ $count }** { $count ->
        [one] branch
       *[other] branches
    }, **{ $staff }** people: { $contact } contact staff, { $back } back office
organisation-nothing = Nothing found
organisation-positions = Positions
organisation-positions-note = Positions in a file of answers tell the staff group.
organisation-positions-import = Load…
organisation-positions-empty = Needed where the file of answers names positions and not groups: the list says who is contact staff.
position = Position
position-group = Group
branch-name = Name
branch-format = Format
branch-contact = Contact staff
branch-back-office = Back office
branch-total = Total
branch-optional = may stay empty
branch-form-new = New branch
branch-form-change = Change the branch
branch-add = Add
branch-save = Save
branch-remove = Remove the branch
branch-removed = Branch “{ $name }” removed
branch-bad-code = A code of up to 64 characters is needed
branch-taken-code = This code exists already
branch-bad-name = A name of up to 120 characters is needed
branch-bad-count = A whole number from 0
region-none = No region
region-note = · { $count } { $count ->
        [one] branch
       *[other] branches
    }, { $staff } people
