-- What a basket asks of the limits is looked up by its keys, as in every other function of a rush: a plan that was made while a table was
-- small would read all of it once it is large.
alter function line_meets_limits() set enable_seqscan = off;
alter function code_meets_limits() set enable_seqscan = off;
