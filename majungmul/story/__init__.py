"""이야기 — whole years told by calling actions; everybody in them is made up, but for the paper's own 2017.

`people` is who is there, `telling` tells steps in order of time, `year_2018` and `this_year` are the years.
"""
