using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Ishenim.Core.Calendar;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Journal;

/// <summary>Freezes forms, and reads them as they were frozen.</summary>
public static class Freezing
{
    private const int SaltBytes = 16;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, Converters = { new JsonStringEnumConverter() },
        RespectRequiredConstructorParameters = true, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>
    /// Adds the form and the line that freezes it. Call it where the journal is written: last in the transaction.
    /// </summary>
    /// <param name="db">The school's database, in a transaction.</param>
    /// <param name="actor">Who issues it.</param>
    /// <param name="place">Which form it is.</param>
    /// <param name="of">What it is of.</param>
    /// <param name="form">What it says, without its foot.</param>
    public static async Task<FrozenForm> FreezeAsync<T>(this IshenimDb db, Actor actor, FormPlace place, Guid of, T form)
    {
        var salt = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(SaltBytes));
        var content = JsonSerializer.Serialize(new Salted<T>(salt, form), Json);
        var act = new Act(actor.Person, JournalVerb.FormFrozen, Detail: Detail(place, content));
        var line = await db.JournalLineAsync(actor.At, actor.Today, act);
        var frozen = new FrozenForm
        {
            School = db.School, Kind = place.Kind, Year = place.Year, Number = place.Number, Of = of, Day = actor.Today,
            Content = content, Line = line.Number,
        };
        db.Add(frozen);
        return frozen;
    }

    /// <summary>What the form says.</summary>
    public static T Read<T>(this FrozenForm form) => JsonSerializer.Deserialize<Salted<T>>(form.Content, Json)!.Form;

    /// <summary>What stands at the form's foot.</summary>
    public static async Task<Fingerprint> FingerprintAsync(this IshenimDb db, FrozenForm form) =>
        Fingerprint.Of(await db.Set<JournalLine>().AsNoTracking().SingleAsync(line => line.Book == Book.Acts && line.Number == form.Line));

    /// <summary>What the line of the journal says of it: kind, year and number in words, and the hash of these and the content.</summary>
    internal static string Detail(FormPlace place, string content)
    {
        var name = $"{place.Kind.ToString().ToLowerInvariant()}:{place.Year.Begins}:{place.Number}";
        return $"{name} {Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"ishenim form 1\n{name}\n{content}")))}";
    }

    /// <summary>The salt keeps anybody from guessing at the words by the hash in the journal, which lives for ever.</summary>
    private sealed record Salted<T>(string Salt, T Form);
}

/// <summary>Which form: its kind, school year and number.</summary>
public readonly record struct FormPlace(FormKind Kind, SchoolYear Year, int Number);
