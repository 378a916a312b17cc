using Ishenim.Core.Staff;
using Ishenim.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Pages.Desk.Entrance;

/// <summary>The fields of a person, as set-up, inviting and editing ask them.</summary>
public sealed class PersonForm
{
    public string? Name { get; set; }

    public string? Post { get; set; }

    public Position Position { get; set; }

    public bool Woman { get; set; }

    public string? Email { get; set; }

    public string? Language { get; set; }

    /// <summary>Null where something is wrong, which then stands in the model state beside its field.</summary>
    public PersonInput? Read(ModelStateDictionary state, string prefix, Say say, IEnumerable<Role> roles)
    {
        (Name, Post) = (OneLine.Of(Name), OneLine.Of(Post));
        Text(state, prefix + ".name", Name, Person.NameLength, say);
        Text(state, prefix + ".post", Post, Person.PostLength, say);
        if (!EmailAddress.TryParse(Email, out var email))
            state.AddModelError(prefix + ".email", say["people.email.bad"]);
        return state.Keys.Any(key => key.StartsWith(prefix + ".", StringComparison.OrdinalIgnoreCase) && state[key]!.Errors.Count > 0) ? null : new PersonInput
        {
            Name = Name, Post = Post, Position = Position, Woman = Woman, Email = email,
            Language = WordBook.Languages.Contains(Language) ? Language! : say.Language, Roles = roles.ToHashSet(),
        };
    }

    public static PersonForm Of(Person person) => new()
    {
        Name = person.Name, Post = person.Post, Position = person.Position, Woman = person.Woman, Email = person.Email, Language = person.Language,
    };

    private static void Text(ModelStateDictionary state, string key, string text, int most, Say say)
    {
        if (text.Length == 0)
            state.AddModelError(key, say["form.missing"]);
        else if (text.Length > most)
            state.AddModelError(key, say["form.long", ("n", most)]);
    }
}
