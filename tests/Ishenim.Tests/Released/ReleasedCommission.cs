using Ishenim.Core.Appeals;
using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;

namespace Ishenim.Tests.Released;

/// <summary>A commission with a meeting whose protocol was corrected, signed and scanned, and with a letter on the next one's agenda.</summary>
internal sealed class ReleasedCommission(TestSchool school, AccountChanges proofs)
{
    public async Task MeetAsync(AppealId letter)
    {
        var commission = await TestMeeting.ConveneAsync(school);
        var meeting = await commission.EndedAsync();
        await commission.AddLetterAsync(meeting, 3, restricted: false, new ItemMinutes { Heard = "Кат окулду.", Spoke = "", Resolved = "" }, commission.Secretary, commission.Present);
        await CorrectAsync(commission, meeting);
        await SignAsync(commission.Secretary, meeting);
        await SignAsync(commission.Chair, meeting);
        await ScanAsync(commission.Secretary, meeting);
        await PutAsync(letter, await commission.PlanAsync());
    }

    private async Task CorrectAsync(TestMeeting commission, MeetingId meeting)
    {
        var (drafting, note) = (new ProtocolDrafting(school.Database.Gate), Guid.NewGuid());
        await drafting.NoteAsync(commission.Present.Now(school), meeting, new NewNote(note, "Саат 15:20 болгон."));
        await drafting.AnswerNoteAsync(commission.Secretary.Now(school), meeting, note, take: true);
    }

    private async Task SignAsync(TestPerson person, MeetingId meeting)
    {
        var read = (await new Protocols(school.Database.Gate).ReadAsync(person.Now(school), meeting, printed: false))!;
        await new ProtocolSigning(school.Database.Gate, proofs).SignAsync(person.Now(school), meeting, read.Draft, new Proof(person.Passphrase, person.NextCode(school.Time)));
    }

    private async Task ScanAsync(TestPerson person, MeetingId meeting)
    {
        using var pdf = new MemoryStream("%PDF-1.4\n%%EOF"u8.ToArray());
        await new ProtocolScans(school.Database.Gate).AttachAsync(person.Now(school), meeting, await NewBoxFile.ReadAsync(pdf, pdf: true));
    }

    private async Task PutAsync(AppealId letter, MeetingId meeting)
    {
        var (agendas, reader) = (new AgendaLetters(new AppealDesk(school.Database.Gate), school.Database.Gate), school.Responsible.Now(school));
        var version = (await agendas.OfferAsync(reader, letter))!.Version;
        await agendas.PutAsync(reader, letter, new NewAgendaLetter { Id = Guid.NewGuid(), Meeting = meeting, Ask = "Чечим керек.", Redacted = false, Version = version });
    }
}
