using System.Globalization;
using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Archiving;
using Ishenim.Core.Appeals.Printing;
using Ishenim.Documents.Csv;
using Ishenim.Documents.Forms;
using Ishenim.Documents.Html;
using Ishenim.Documents.Pdf;
using Ishenim.Pages.Desk.Appeals;
using Ishenim.Pages.Desk.RegisterBook;
using Ishenim.Sealing;
using Ishenim.Words;

namespace Ishenim.Pages.Desk.Archive;

/// <summary>
/// The folder of a handover: a page that leads to everything, the year's register and all letters as PDF, the register as
/// text, each letter as a page with its files, and checksums. It opens without this program. Scoped.
/// </summary>
public sealed class ArchiveFolder(ArchiveMaking making, ArchivedLetters letters, RegisterPapers register, AppealFiles files, PdfProgram pdf, DeskView desk, WordBook words)
{
    private readonly Say _say = words.In(desk.School.OfficialLanguage);
    private readonly List<string> _lost = [];

    public async Task WriteAsync(Stream output, ArchiveWork work, CancellationToken ending)
    {
        await using var zip = await ArchiveZip.OpenAsync(output, ending);
        var (folder, papers) = (new ArchiveZip(zip, desk.Actor.Today), new List<ArchivedLetterPaper>());
        foreach (var id in work.Letters)
            if (await making.TakeAsync(desk.Actor, work, id) is { } letter)
                papers.Add(await AddAsync(folder, letter, ending));
        var title = _say["archive.folder", ("year", work.Order.Year.ToString(CultureInfo.InvariantCulture))];
        var book = AppealsRegisterForm.Of(await register.PaperAsync(new RegisterPrint { Filter = new RegisterFilter(), Year = work.Order.Year, Content = true, OnlyEnded = true }));
        await folder.AddAsync("register.csv", CsvWriter.Write(book), ending);
        List<(string, string)> wholes = [("register.csv", "register.csv")];
        foreach (var (name, document) in new[] { ("register.pdf", book), ("letters.pdf", ArchivedLetterForm.Of(title, letters.Language, papers)) })
            if ((await pdf.WriteAsync(document, ending)).Pdf is { } bytes)
            {
                await folder.AddAsync(name, bytes, ending);
                wholes.Add((name, name));
            }
        await folder.AddAsync("index.html", ArchiveIndex.Write(
            letters.Language, $"{desk.School.Name.In(_say.Language)}. {title}", Notes(work, papers.Count, wholes.Count > 1), wholes, papers.Select(paper => ($"№ {paper.Number}", $"{FolderOf(paper.Number)}/letter.html"))), ending);
        await folder.EndAsync(ending);
    }

    private async Task<ArchivedLetterPaper> AddAsync(ArchiveZip folder, ArchivedLetter archived, CancellationToken ending)
    {
        var place = FolderOf(archived.Letter.Facts.Number);
        var all = archived.Letter.Parts.SelectMany(part => part.Files).ToList();
        string NameOf(OpenFile file) => $"{all.IndexOf(file) + 1}-{SafeFileName.Of(file.Facts.Name)}";
        var paper = await letters.PaperAsync(archived, NameOf);
        await folder.AddAsync($"{place}/letter.html", HtmlWriter.Write(ArchivedLetterForm.Of(paper)), ending);
        foreach (var file in all)
            await AddFileAsync(folder, archived.Letter.Id, file, $"{place}/{NameOf(file)}", ending);
        return paper;
    }

    /// <summary>A file that the store has lost, or that is broken, does not keep the year from the archive: the first page says so.</summary>
    private async Task AddFileAsync(ArchiveZip folder, AppealId letter, OpenFile file, string path, CancellationToken ending)
    {
        try
        {
            using var open = await files.OpenAsync(desk.Actor, letter, file.Id);
            if (open is not null)
                await folder.AddAsync(path, stream => open.CopyToAsync(stream, ending), ending);
        }
        catch (Exception broken) when (broken is FileNotFoundException or SealBrokenException)
        {
            _lost.Add(path);
        }
    }

    private static string FolderOf(string number) => $"letters/{SafeFileName.Of(number)}";

    private IEnumerable<string> Notes(ArchiveWork work, int taken, bool pdfs)
    {
        yield return _say["archive.note", ("date", Say.ShortDate(desk.Actor.Today)), ("n", taken)];
        yield return _say["archive.note.sums"];
        if (taken < work.Letters.Count)
            yield return _say["archive.note.fewer", ("n", work.Letters.Count - taken)];
        if (_lost.Count > 0)
            yield return _say["archive.note.lost", ("files", string.Join(", ", _lost))];
        if (!pdfs)
            yield return _say["archive.note.nopdf"];
    }
}
