-- Answers that were remembered whole tell where a team was, even after the place was taken out of the delivery itself.
update sent_request s set answer = json_build_object('id', d.id)::text from delivery d where s.id = d.id;
update sent_request s set answer = json_build_object('id', r.delivery_id)::text from receipt r where s.id = r.id;
