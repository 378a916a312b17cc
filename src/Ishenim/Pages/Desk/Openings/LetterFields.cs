using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Schools;
using Ishenim.Pages.Desk.Boxes;
using Ishenim.Pages.Public.Forms;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Openings;

/// <summary>A letter from the box, as it is typed from the paper.</summary>
public sealed class LetterFields
{
    public const int ContactLength = 120;

    /// <summary>The new entry's id, so that a form sent twice registers one letter.</summary>
    public Guid Entry { get; set; } = Guid.NewGuid();

    public string? Sheets { get; set; } = "1";

    /// <summary>A closed envelope, not read.</summary>
    public bool Closed { get; set; }

    public string? Text { get; set; }

    public Kind Kind { get; set; }

    public Subject Subject { get; set; }

    public WriterGroup Group { get; set; }

    public bool Signed { get; set; }

    public string? Name { get; set; }

    public string? Contact { get; set; }

    public IList<About> About { get; set; } = [];

    public bool Urgent { get; set; }

    private int _sheets;

    /// <summary>Null where something is wrong, which then stands in the model state.</summary>
    public BoxLetter? Read(ModelStateDictionary state, Say say)
    {
        (Name, Contact) = (OneLine.Of(Name), OneLine.Of(Contact));
        _sheets = state.Number("letter.sheets", Sheets, 1, Opening.MostSheets, say) ?? 0;
        var text = (Text ?? "").Replace("\0", "", StringComparison.Ordinal).Trim();
        if (!Closed)
            state.FitsIn("letter.text", text, SchoolSettings.MostTextCharacters, say);
        if (Closed && !About.Any(whom => whom != Core.Appeals.About.Nobody))
            state.AddModelError("letter.about", say["letter.closed.about"]);
        if (Signed)
            state.FitsIn("letter.name", Name, SignedName.Most, say);
        state.FitsIn("letter.contact", Contact, ContactLength, say, needed: false);
        return !state.IsValid ? null : new BoxLetter
        {
            Text = Closed ? say["letter.closed.text"] : text, Kind = Kind, Subject = Subject, Group = Group, Closed = Closed, Urgent = Urgent,
            Identity = Signed ? new Identity(Name, Contact.Length > 0 ? Contact : "—") : null,
            About = [.. About.Where(whom => whom != Core.Appeals.About.Nobody).Distinct()],
        };
    }

    /// <summary>What the act says of it, once read.</summary>
    public NewOpeningLetter Entered(BoxLetter letter) => new()
    {
        Entry = Entry, Sheets = _sheets, Kind = letter.Kind, Signed = letter.Identity is not null, Closed = letter.Closed,
    };
}
