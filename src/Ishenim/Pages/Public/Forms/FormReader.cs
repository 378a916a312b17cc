using System.Net;
using Ishenim.Core.Attachments;
using Ishenim.Core.Schools;
using Ishenim.Core.Storage;
using Ishenim.Sealing;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Ishenim.Pages.Public.Forms;

/// <summary>
/// Reads a writer's form as a stream, fields and files in any order; each file goes straight into sealing. Nothing of it
/// is ever on the disk in the clear.
/// </summary>
public sealed class FormReader(StagedFiles staged)
{
    private const int LongForm = 256 * 1024;

    /// <param name="context">The request; its body is read here and nowhere else.</param>
    /// <param name="school">Whose limits hold.</param>
    /// <param name="takeFiles">False: files are read past, none is kept.</param>
    /// <param name="files">With which class of key they are sealed: scans of a letter on paper are not for all its readers.</param>
    /// <returns>What could be read; a form that broke off says so in <see cref="PostedForm.Faults"/>.</returns>
    public async Task<PostedForm> ReadAsync(HttpContext context, School school, bool takeFiles, KeyClass files = KeyClass.Letter)
    {
        var reading = new FormReading(staged, school, FormLimits.Of(school), takeFiles, files, context.RequestAborted);
        var lost = false;
        reading.Limits.Allow(context);
        try
        {
            await ReadBodyAsync(context.Request, reading);
        }
        catch (Exception tooLong) when (tooLong is FileTooBigException or BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge })
        {
            reading.Form.Faults |= FileFaults.TooBig;
        }
        catch (Exception gone) when (gone is BadHttpRequestException or ConnectionResetException or OperationCanceledException)
        {
            lost = true;
            reading.Form.Faults |= FileFaults.Broken;
        }
        // The request is whole, its form is not: the multipart reader's ways to say so.
        catch (Exception malformed) when (malformed is IOException or InvalidDataException)
        {
            reading.Form.Faults |= FileFaults.Broken;
        }
        try
        {
            await reading.FinishAsync(lost);
        }
        catch (Exception fault) when (StorageFaults.Of(fault) is not null)
        {
            reading.Form.Faults |= FileFaults.NotKept;
        }
        return reading.Form;
    }

    /// <summary>Forgets the files that a form brought, where nothing shall come of it.</summary>
    public async Task DropAsync(PostedForm form)
    {
        foreach (var file in form.Files)
            await staged.DropAsync(file.Id);
        form.Files = [];
    }

    private static async Task ReadBodyAsync(HttpRequest request, FormReading reading)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type))
            return;
        if (type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            await ReadSectionsAsync(request, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "", reading);
        else if (type.MediaType.Equals("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase))
            await ReadPairsAsync(request.Body, reading);
    }

    private static async Task ReadSectionsAsync(HttpRequest request, string boundary, FormReading reading)
    {
        if (boundary.Length is 0 or > 100)
            throw new InvalidDataException("The form has no boundary.");
        var tooLong = reading.Limits.IsTooLong(request);
        var body = tooLong ? new FileBody(request.Body, reading.Limits.Bytes) : request.Body;
        var sections = new MultipartReader(boundary, body, BufferFor(request)) { HeadersCountLimit = 8, HeadersLengthLimit = 8 * 1024 };
        // Once a form that is too long shows it, nothing more of it is waited for.
        while ((!tooLong || reading.Form.Faults == FileFaults.None) && await sections.ReadNextSectionAsync(reading.Cancellation) is { } section)
        {
            if (section.Disposition() is not { } disposition)
                continue;
            if (disposition.IsFormDisposition())
                await reading.TakeFieldAsync(Name(disposition), section.Body);
            else if (disposition.IsFileDisposition())
                await reading.TakeFileAsync(Name(disposition), FileNames.Of(disposition), section.Body);
        }
    }

    /// <summary>How much is looked through at once for the end of a part, in bytes: a file is read faster so, and a letter alone needs little.</summary>
    private static int BufferFor(HttpRequest request) => request.ContentLength is null or > LongForm ? 32 * 1024 : 4 * 1024;

    private static async Task ReadPairsAsync(Stream body, FormReading reading)
    {
        // Each byte may be written as three; there are no files in such a form.
        var bytes = await FormReading.ReadUpToAsync(body, 3 * reading.Limits.TextBytes + 64 * 1024, reading.Cancellation);
        var start = 0;
        for (var at = 0; at <= bytes.Length; at++)
        {
            if (at < bytes.Length && bytes[at] != '&')
                continue;
            var pair = bytes[start..at];
            var equals = Array.IndexOf(pair, (byte)'=');
            if (equals > 0)
                reading.Take(Text(pair[..equals]), WebUtility.UrlDecodeToBytes(pair, equals + 1, pair.Length - equals - 1) ?? []);
            start = at + 1;
        }
    }

    private static string Text(byte[] encoded)
    {
        FieldText.Decode(WebUtility.UrlDecodeToBytes(encoded, 0, encoded.Length), out var text);
        return text;
    }

    private static string Name(ContentDispositionHeaderValue disposition) => HeaderUtilities.RemoveQuotes(disposition.Name).Value ?? "";
}
