-- Made for what a demonstration once made up without events. Nothing calls it, and whoever did would count again what was counted.
drop function platform.tally_untold(uuid);
drop function platform.untold_orders(uuid, text);
