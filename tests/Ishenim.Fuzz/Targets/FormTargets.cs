using System.Text;
using Ishenim.Core.Appeals.Revealing;
using Ishenim.Core.Attachments;
using Ishenim.Core.Calendar;
using Ishenim.Core.Schools;
using Ishenim.Pages.Public.Forms;
using Ishenim.Words;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Ishenim.Fuzz.Targets;

/// <summary>Whole forms. A case is the content type, a line end, and the body.</summary>
internal static class FormTargets
{
    private static readonly WordBook Book = WordBook.Embedded(typeof(WordsModule).Assembly);

    private static readonly School School = new()
    {
        Id = new SchoolId(new Guid("11111111-2222-3333-4444-555555555555")), Slug = "one", Place = 1, Town = "Мисал", Language = "ky", TimeZone = SchoolClock.Bishkek,
        Name = new SchoolName { Kyrgyz = "мектеп", KyrgyzGenitive = "мектептин", Russian = "школа", RussianGenitive = "школы" },
        Settings = new SchoolSettings { Files = 3, FileMegabytes = 1 }, CodeSalt = new byte[School.CodeSaltBytes], CodeOperations = 1, CodeMemoryBytes = 8192,
        CreatedOn = new DateOnly(2026, 9, 1),
    };

    public static FuzzTarget Multipart { get; } = new("multipart", HostileForm.Multipart, ReadAsync);

    public static FuzzTarget Pairs { get; } = new("pairs", HostileForm.Pairs, ReadAsync);

    /// <summary>Long letters, such that a careless pattern would look at for ever.</summary>
    public static FuzzTarget Words { get; } = FuzzTarget.OfText("words", HostileForm.LongText, text => RevealingWords.Find(text));

    private static async Task ReadAsync(byte[] bytes)
    {
        var store = new MemoryStore();
        var head = Array.IndexOf(bytes, (byte)'\n');
        var context = new DefaultHttpContext();
        context.Request.ContentType = Encoding.UTF8.GetString(bytes, 0, Math.Max(head, 0));
        context.Request.Body = new Trickle(bytes[(head + 1)..], 1 + bytes.Length % 700);
        using var form = await new FormReader(new StagedFiles(store)).ReadAsync(context, School, takeFiles: true);
        new LetterFields(Book.In("ky"), Book, new ModelStateDictionary()).Read(form, School);
        FuzzTarget.Must(store.Staged().Count() == 2 * form.Files.Count, "A file stays staged that the page does not know of.");
        FuzzTarget.Must(form.Files.Count <= School.Settings.Files, "More files were taken than the school allows.");
        FuzzTarget.Must(!form["text"].Any(c => c == '\0'), "PostgreSQL takes no such sign.");
    }
}
