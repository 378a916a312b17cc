using Ishenim.Core.Appeals;
using Ishenim.Core.Appeals.Forwarding;
using Ishenim.Core.Appeals.IdentityRequests;
using Ishenim.Core.Appeals.OnPaper;
using Ishenim.Core.Appeals.Retention;
using Ishenim.Core.Appeals.StandingIn;
using Ishenim.Core.Appeals.Templates;
using Ishenim.Core.Appeals.Urgency;
using Ishenim.Core.Boxes;
using Ishenim.Core.Commission;
using Ishenim.Core.Journal;
using Ishenim.Core.Mail;
using Ishenim.Core.Schools;
using Ishenim.Core.Slips;
using Ishenim.Core.Staff;
using Microsoft.EntityFrameworkCore;

namespace Ishenim.Core.Storage;

/// <summary>What the model is made of. Looked for instead of named, every type of the program would be loaded at each start.</summary>
internal static class Tables
{
    public static void Map(ModelBuilder model)
    {
        model.ApplyConfiguration(new Box.Mapping());
        model.ApplyConfiguration(new Opening.Mapping());
        model.ApplyConfiguration(new OpeningInterval.Mapping());
        model.ApplyConfiguration(new OpeningSigner.Mapping());
        model.ApplyConfiguration(new SchoolMapping());
        model.ApplyConfiguration<Person>(new StaffMapping());
        model.ApplyConfiguration<PersonRole>(new StaffMapping());
        model.ApplyConfiguration<Account>(new StaffMapping());
        model.ApplyConfiguration<Appeal>(new AppealMapping());
        model.ApplyConfiguration<Grant>(new AppealMapping());
        model.ApplyConfiguration<WriterKey>(new AppealMapping());
        model.ApplyConfiguration<Part>(new AppealMapping());
        model.ApplyConfiguration<Attachment>(new AppealMapping());
        model.ApplyConfiguration<ReadMark>(new AppealMapping());
        model.ApplyConfiguration(new AssignmentMapping());
        model.ApplyConfiguration(new IdentityRequest.Mapping());
        model.ApplyConfiguration(new BoardAnswer.Mapping());
        model.ApplyConfiguration(new Destruction.Mapping());
        model.ApplyConfiguration(new DestructionItem.Mapping());
        model.ApplyConfiguration(new Hold.Mapping());
        model.ApplyConfiguration<StandIn>(new StandIn.Mapping());
        model.ApplyConfiguration<StandInLetter>(new StandIn.Mapping());
        model.ApplyConfiguration(new AnswerTemplate.Mapping());
        model.ApplyConfiguration(new EscalationRound.Mapping());
        model.ApplyConfiguration(new UrgentWait.Mapping());
        model.ApplyConfiguration(new BoxFile.Mapping());
        model.ApplyConfiguration(new KeyCustody.Mapping());
        model.ApplyConfiguration(new OpeningItem.Mapping());
        model.ApplyConfiguration(new OpeningReminder.Mapping());
        model.ApplyConfiguration(new AgendaItem.Mapping());
        model.ApplyConfiguration(new Attendance.Mapping());
        model.ApplyConfiguration(new Convocation.Mapping());
        model.ApplyConfiguration(new ConvocationMember.Mapping());
        model.ApplyConfiguration(new Decision.Mapping());
        model.ApplyConfiguration(new HalfYearRecord.Mapping());
        model.ApplyConfiguration(new Meeting.Mapping());
        model.ApplyConfiguration(new MeetingFile.Mapping());
        model.ApplyConfiguration(new ProtocolNote.Mapping());
        model.ApplyConfiguration(new FrozenForm.Mapping());
        model.ApplyConfiguration(new JournalHead.Mapping());
        model.ApplyConfiguration(new JournalLine.Mapping());
        model.ApplyConfiguration(new OutboxMail.Mapping());
        model.ApplyConfiguration<Slip>(new SlipMapping());
        model.ApplyConfiguration<SlipBatch>(new SlipMapping());
        model.ApplyConfiguration<Invitation>(new StaffMapping());
        model.ApplyConfiguration<StaffSession>(new StaffMapping());
        model.ApplyConfiguration<KnownDevice>(new StaffMapping());
        model.ApplyConfiguration(new Counter.Mapping());
        model.ApplyConfiguration(new ProtectionKey.Mapping());
    }
}
