using Ishenim.Core.Appeals;
using Ishenim.Core.Schools;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Public.Forms;

/// <summary>Turns a posted form into a letter; what is wrong stands in the model state, beside its field.</summary>
public sealed class LetterFields(Say say, WordBook words, ModelStateDictionary faults)
{
    private const string NoContact = "—";

    /// <summary>Null where something is wrong. A letter on paper may be typed later, and its writer may have left no contact.</summary>
    public NewLetter? Read(PostedForm form, School school, Channel channel = Channel.Web)
    {
        var letter = new NewLetter
        {
            Draft = form.Draft,
            Text = Text(form, school, channel == Channel.Web ? say["write.text.empty"] : ""),
            Kind = Choice(form, "kind", FormWords.Kinds),
            Subject = Choice(form, "subject", FormWords.Subjects),
            Group = Choice(form, "writer", FormWords.Groups),
            Channel = channel,
            Identity = IsSigned(form) ? Identity(form, school, contactNeeded: channel == Channel.Web) : null,
            About = About(form),
            Urgent = Yes(form, "urgent"),
            Language = say.Language,
            Files = form.Files,
        };
        AddFileFaults(form, school);
        return faults.IsValid ? letter : null;
    }

    /// <summary>Whom it is about, as far as the values are known: for showing who will read it.</summary>
    public static IReadOnlyList<About> KnownAbout(PostedForm form) => form.All("about")
        .Where(FormWords.Abouts.ContainsKey).Select(value => FormWords.Abouts[value])
        .Where(whom => whom != Core.Appeals.About.Nobody).Distinct().ToList();

    public string Text(PostedForm form, School school, string empty)
    {
        var text = form["text"];
        var over = FieldText.Characters(text) + form.Cut - school.Settings.TextCharacters;
        if (form.Unreadable.Contains("text"))
            faults.AddModelError("text", say["write.text.unreadable"]);
        else if (form.IsDouble("text"))
            faults.AddModelError("text", say["write.text.double"]);
        else if (text.Length == 0 && empty.Length > 0)
            faults.AddModelError("text", empty);
        else if (over > 0)
            faults.AddModelError("text", say["write.text.long", ("n", over)]);
        return text;
    }

    /// <summary>Why an answer did not help; may be empty.</summary>
    public string Why(PostedForm form, School school)
    {
        var over = FieldText.Characters(form["why"]) + form.Cut - school.Settings.TextCharacters;
        if (form.Unreadable.Contains("why"))
            faults.AddModelError("why", say["write.text.unreadable"]);
        else if (form.IsDouble("why"))
            faults.AddModelError("why", say["write.text.double"]);
        else if (over > 0)
            faults.AddModelError("why", say["write.text.long", ("n", over)]);
        return form["why"];
    }

    /// <summary>Name and contact of a writer who signs; errors beside <c>name</c> and <c>contact</c>.</summary>
    public Identity? Identity(PostedForm form, School school, bool contactNeeded = true)
    {
        var name = OneLine.Of(form["name"].ReplaceLineEndings(" "));
        if (name.Length == 0 || form.Unreadable.Contains("name"))
            faults.AddModelError("name", say["write.name.missing"]);
        else if (name.Length > SignedName.Most)
            faults.AddModelError("name", say["write.name.long", ("n", SignedName.Most)]);
        if (form["reach"] == "through")
            return new Identity(name, words[school.Language, "write.contact.through.wish"]);
        if (!contactNeeded && form["contact"].Length == 0)
            return new Identity(name, NoContact);
        if (!SignedName.TryContact(form["contact"], out var contact))
            faults.AddModelError("contact", say[form["contact"].Length == 0 ? "write.contact.missing" : "write.contact.bad"]);
        return new Identity(name, contact);
    }

    public void AddFileFaults(PostedForm form, School school)
    {
        if (form.Faults.HasFlag(FileFaults.TooBig))
            faults.AddModelError("files", say["write.files.big", ("m", school.Settings.FileMegabytes)]);
        if (form.Faults.HasFlag(FileFaults.TooMany))
            faults.AddModelError("files", say["write.files.many", ("n", school.Settings.Files)]);
        if (form.Faults.HasFlag(FileFaults.Broken))
            faults.AddModelError("files", say["write.files.broken"]);
    }

    private bool IsSigned(PostedForm form) => Yes(form, "signed");

    private T Choice<T>(PostedForm form, string name, IReadOnlyDictionary<string, T> values)
    {
        var value = form[name];
        if (value.Length == 0 || value == "unknown")
            return default!;
        if (!form.IsDouble(name) && values.TryGetValue(value, out var chosen))
            return chosen;
        faults.AddModelError(name, say["write.choice.bad"]);
        return default!;
    }

    private bool Yes(PostedForm form, string name)
    {
        if (form.All(name).Any(value => value is not ("" or "true" or "on" or "false")))
            faults.AddModelError(name, say["write.choice.bad"]);
        return form.Flag(name);
    }

    private IReadOnlyList<About> About(PostedForm form)
    {
        if (form.All("about").Any(value => value.Length > 0 && !FormWords.Abouts.ContainsKey(value)))
            faults.AddModelError("about", say["write.choice.bad"]);
        return KnownAbout(form);
    }
}
