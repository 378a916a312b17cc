using Ishenim.Core.Schools;
using Ishenim.Core.Staff;

namespace Ishenim.Core.Boxes;

/// <summary>Who has to be present: by default three, one of them the responsible person, two of the commission where possible.</summary>
internal static class OpeningPresence
{
    public static IReadOnlyList<OpeningSigner> Signers(Opening opening, IReadOnlyList<Person> staff, IReadOnlyList<Guest> guests, SchoolSettings settings)
    {
        var present = staff.Select(person => (Id: (PersonId?)person.Id, person.Name, person.Post, As: CapacityOf(person)))
            .Concat(guests.Select(guest => (Id: (PersonId?)null, guest.Name, guest.Post, As: guest.Member ? Capacity.Member : Capacity.Other)))
            .OrderBy(one => one.As).ToList();
        if (present.Count < settings.LeastSigners)
            throw new OpeningNeedsThreeSigners(settings.LeastSigners);
        if (present[0].As != Capacity.Responsible)
            throw new OpeningNeedsResponsible();
        if (present.Count(one => one.As == Capacity.Member) < settings.WishedMembers && !opening.FewMembers)
            throw new OpeningNeedsMembers(settings.WishedMembers);
        return [.. present.Select((one, i) => new OpeningSigner
        {
            School = opening.School, Opening = opening.Id, Place = i + 1, Person = one.Id, Name = one.Name, Post = one.Post, Capacity = one.As,
        })];
    }

    private static Capacity CapacityOf(Person person) => person.Has(Role.Responsible) ? Capacity.Responsible
        : person.Has(Role.Member) || person.Has(Role.Chair) || person.Has(Role.DeputyChair) ? Capacity.Member
        : Capacity.Other;
}
