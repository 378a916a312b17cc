using System.Security.Cryptography;
using Ishenim.Core.Calendar;
using Ishenim.Core.Staff;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Schools;

/// <summary>The address part is taken, or has other characters than lower-case Latin letters, digits and hyphens.</summary>
public sealed class SlugNotFree : Refusals.Refusal;

/// <summary>Puts schools into the installation and makes the links that set them up.</summary>
public sealed class SchoolFounding(DatabaseGate database, Argon codeArgon, TimeProvider time)
{
    public const string FirstSlug = "school";

    /// <summary>A school that is not set up yet, in the next place.</summary>
    /// <param name="slug">Its part of the address.</param>
    /// <param name="name">A first name for it, in both languages until it is set up; null: just "school".</param>
    /// <param name="demo">An invented school.</param>
    /// <exception cref="SlugNotFree">The slug is taken or no slug.</exception>
    public async Task<School> AddAsync(string slug, string? name, bool demo = false)
    {
        if (slug.Length is 0 or > School.SlugLength || !slug.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-'))
            throw new SlugNotFree();
        await using var db = database.OpenInstallation();
        return await database.InTransactionAsync(db, async () =>
        {
            if (await db.Set<School>().AnyAsync(school => school.Slug == slug))
                throw new SlugNotFree();
            var school = Row(slug, name, demo, await db.Set<School>().MaxAsync(one => (int?)one.Place) + 1 ?? 1);
            db.Add(school);
            return school;
        });
    }

    /// <summary>A new set-up link's token; the one before dies. Null if the school is set up already.</summary>
    public async Task<string?> SetUpTokenAsync(School school)
    {
        await using var db = database.Open(school.Id);
        return await database.InTransactionAsync(db, async () => await db.IsSetUpAsync() ? null : await db.InviteAsync(null, time.GetUtcNow().UtcDateTime));
    }

    private School Row(string slug, string? name, bool demo, int place) => new()
    {
        Id = SchoolId.New(), Slug = slug, Place = place, Demo = demo, Town = "", Language = "ky", TimeZone = SchoolClock.Bishkek,
        Name = new SchoolName
        {
            Kyrgyz = name ?? "Мектеп", KyrgyzGenitive = name ?? "Мектептин", Russian = name ?? "Школа", RussianGenitive = name ?? "Школы",
        },
        Settings = new SchoolSettings(), CodeSalt = RandomNumberGenerator.GetBytes(School.CodeSaltBytes),
        CodeOperations = codeArgon.Operations, CodeMemoryBytes = codeArgon.MemoryBytes,
        CreatedOn = new SchoolClock(time, SchoolClock.Bishkek).Today,
    };
}
