"""Agencies as plans name them: told from other words, spelt in many ways, each with one name.

- `heads`: how their names begin, which tells them from the words of tasks and products;
- `parting`: one cell into its agencies; `roles`: what it says of each ("Chủ trì: ...");
- `short_names`: those that a note of the plan explains ("VHXH: Phòng Văn hóa - Xã hội");
- `keys`: what the spellings of one agency share, and its commonest spelling; `alike`: how likely
  two names are one agency's;
- `usual`: the agencies that plans name; `spotting` finds them in damaged words, `snapping` those
  that the same plan spells soundly elsewhere, `sound` tells which spellings a scan ruined;
- `of_rows`: the one name of every agency that a plan's rows name; `store`: a committee's directory.
"""
