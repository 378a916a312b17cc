using Ishenim.Components;
using Ishenim.Core.Commission;
using Ishenim.Core.Staff;

namespace Ishenim.Pages.Desk;

internal static class DeskFrame
{
    /// <summary>The person's name, and the rooms that they may enter.</summary>
    public static void Fill(PageFrame frame, Person person)
    {
        var reads = RoleGroups.Reading.Any(person.Has);
        var rooms = new List<Room> { Room.Today };
        if (reads && person.Account?.UndertakingOn is not null)
            rooms.Add(Room.Appeals);
        if (RoleGroups.Usual.Any(person.Has) && person.Account?.UndertakingOn is not null)
            rooms.Add(Room.Box);
        if (CommissionRights.Seeing.Any(person.Has) && person.Account?.UndertakingOn is not null)
            rooms.Add(Room.Commission);
        rooms.Add(Room.People);
        if (person.Has(Role.Administrator))
            rooms.Add(Room.Settings);
        (frame.Person, frame.Rooms) = (person.Name, rooms);
    }
}
