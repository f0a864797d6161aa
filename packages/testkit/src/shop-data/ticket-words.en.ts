import type { TicketWords } from "./ticket-words.ts";

export const ticketWordsEn: TicketWords = {
  greetings: {
    formal: ["Dear {shop} team,", "Good morning,", "Hello,", "Dear Sir or Madam,"],
    short: ["Hi,", "Hello,", ""],
    angry: ["", "Hello,"],
    mobile: [""],
  },
  signatures: {
    formal: ["Kind regards,\n{name}", "Best wishes,\n{name}", "Many thanks in advance,\n{name}", "Yours faithfully,\n{name}\n{phone}"],
    short: ["Thanks, {first}", "{first}", "Cheers", ""],
    angry: ["{name}", ""],
    mobile: ["", "thx", "{first}", "Sent from my phone"],
  },
  answerGreetings: ["Hello {first},", "Hi {first},", "Dear {first},"],
  answerSignatures: ["Best regards,\n{agent}", "Kind regards,\n{agent}, {shop}"],
  numberMentions: [" #{number}", " no. {number}", " {number}", " (#{number})", " number {number}"],
  trackingSentences: [
    "The tracking number is {tracking}.",
    "Tracking: {tracking} ({carrier}).",
    "{carrier} gave me this number: {tracking}",
  ],
  damage: {
    fragile: ["arrived broken", "has a crack right through it", "came in pieces"],
    textile: ["has a hole in it", "arrived with a tear along the seam", "has a stain that was clearly there before"],
    other: ["arrived scratched", "is dented on one side", "arrived damaged and cannot be used"],
  },
  thanks: [
    "Thank you {agent}, that answers my question.",
    "Great, thanks for the quick reply about the {item}!",
    "Perfect, thank you for sorting this out.\n{first}",
    "ok thanks {agent}, all good now",
    "Thanks, everything is clear now. Have a nice day!\n{name}",
    "That was fast, thank you. I will order again.\n{first}",
  ],
  followUps: [
    "Sorry to insist, but nothing has changed since your message. Is there any news about the {item}?",
    "I have not heard anything since. Please answer me today.\n{name}",
    "Any update? It has been a while since you wrote, {agent}.",
    "hello?? still waiting for the {item}",
    "You told me to wait and I did. What happens now?\n{first}",
  ],
  topics: {
    whereIsMyOrder: {
      subjects: ["Where is my order{n}?", "Question about my order", "Delivery date"],
      bodies: [
        [
          "formal",
          "I placed my order{n} a few days ago and have had no news since the confirmation. Could you please tell me when it will arrive in {city}?",
        ],
        ["formal", "Could you let me know where my order{n} is at the moment? I would like to be at home when the courier comes."],
        ["short", 'Any news on my order{n}? It\'s the one with the "{item}".'],
        ["short", "Where is my order{n}? I can't find the link to follow it."],
        ["mobile", "hey whens my order{n} coming"],
        ["mobile", "hi any update on my order{n} pls, need it by the weekend"],
        ["angry", "This is the second time I am asking about my order{n}. Where is it?"],
      ],
      answers: [
        "Your parcel is with {carrier} under the number {tracking} and on its way to {city}. You can follow it here: {trackingUrl}",
        "Thank you for your message. I have checked order {number}: everything is going as planned and you will get a message as soon as the status changes.",
        'I looked at order {number} with the "{item}": it\'s on schedule and there is nothing you need to do.',
      ],
      notes: ["Order {number} is on schedule, nothing unusual.", "Followed the link, the parcel is moving: {trackingUrl}"],
    },
    late: {
      subjects: ["Late delivery{n}", "My order{n} is late", "Still not here"],
      bodies: [
        [
          "formal",
          "My order{n} should have been delivered by now. The website promised a date that has already passed. Could you find out what happened?",
        ],
        [
          "formal",
          'I am writing about my order{n}, which contains the "{item}". It was due days ago, and it is a birthday present. When can I expect it?',
        ],
        ["angry", "I paid for delivery by a certain day and my order{n} is STILL not here. What did I pay for?"],
        ["angry", "My order{n} is late and {carrier} tells me to ask you. So I am asking you. This is not acceptable."],
        ["short", "My order{n} was supposed to arrive days ago. What's going on?"],
        ["mobile", "my order{n} is late again, was told it would be here by now??"],
      ],
      answers: [
        "I am sorry that your parcel is late. {carrier} scanned it in the last few hours, so it is moving again; I am watching {tracking} and will write to you if it does not reach {city} in the next two working days.",
        "You are right, order {number} should be with you already, and I apologise. I have asked {carrier} to give parcel {tracking} priority.",
      ],
      notes: [
        "Promise broken on {number}, {carrier} says capacity problem. Offer free shipping next time.",
        "Asked the {carrier} depot about {tracking}.",
      ],
    },
    stuck: {
      subjects: ["Parcel not moving", "No tracking update{n}", "Has my parcel been lost?"],
      bodies: [
        [
          "formal",
          "The tracking of my order{n} has not changed for about a week. I am afraid that the parcel is lost. Could you please open an enquiry with {carrier}?",
        ],
        [
          "formal",
          "My order{n} seems to be stuck: the last scan is many days old and {carrier} does not answer the phone. What can we do?",
        ],
        ["short", "Tracking for my order{n} hasn't moved for days. Is it lost?"],
        ["mobile", "my order{n} is stuck somewhere, tracking says the same thing every day"],
        ["angry", "A week without one single scan on my order{n}! Either find it or give me my money back."],
      ],
      answers: [
        "I understand the worry. I have opened an enquiry with {carrier} for parcel {tracking}. If they do not find it within three working days, we will send the order again or refund you, as you prefer.",
        "Parcel {tracking} has indeed not been scanned for days. {carrier} is searching its depot now and I will write to you on {number} as soon as I know more.",
      ],
      notes: ["No scan for a week on {tracking}: enquiry opened with {carrier}.", "If {tracking} stays silent, replace from stock."],
    },
    damaged: {
      subjects: ["Damaged item", "Item arrived damaged{n}", "Problem with my order{n}"],
      bodies: [
        [
          "formal",
          'My order{n} arrived today, but the "{item}" {damage}. The box itself looked fine. I have taken photos and can send them. What should I do?',
        ],
        ["formal", 'I am sorry to report that the "{item}" from my order{n} {damage}. I would like a replacement, please.'],
        ["short", 'The "{item}" in my order{n} {damage}. Can you send a new one?'],
        ["mobile", "just opened my order{n} and the {item} {damage} :( pics attached"],
        ["angry", 'My order{n} took ages, and now the "{item}" {damage}. Who packs these parcels? I want my money back.'],
        ["mobile", "hi the {item} {damage}, its from my order{n}, what now"],
      ],
      answers: [
        'I am very sorry about that. Your photos are enough, you do not need to send the "{item}" back. Would you prefer a replacement or a refund?',
        'Thank you for telling us, and sorry for the trouble. A new "{item}" leaves our warehouse tomorrow, at no cost to you.',
      ],
      notes: [
        "Photos are fine. Transport damage, file a claim with {carrier} for {tracking}.",
        'Second damaged "{item}" this month, tell the warehouse.',
      ],
    },
    wrongItem: {
      subjects: ["Wrong item", "I received the wrong product{n}", "Not what I ordered"],
      bodies: [
        ["formal", 'In the parcel of my order{n} I found the "{other}" instead of the "{item}". How can we exchange it?'],
        ["short", 'Got the "{other}" but I ordered the "{item}" (my order{n}).'],
        ["mobile", "u sent me {other} instead of {item}, my order{n}"],
        [
          "angry",
          'I ordered the "{item}" and you sent the "{other}". Does anybody check these parcels? Please put my order{n} right at once.',
        ],
        ["formal", 'There seems to have been a mix-up with my order{n}: the invoice says "{item}", the box contained the "{other}".'],
      ],
      answers: [
        'That was our mistake, I am sorry. The right "{item}" goes out today; please keep the other one for the courier, who will collect it for free.',
        'Thank you for writing. I have booked an exchange on order {number}: the courier brings the "{item}" and takes the wrong product back.',
      ],
      notes: ["Picking error on {number}, labels probably swapped.", 'Exchange booked for {number}: "{other}" comes back.'],
    },
    missingItem: {
      subjects: ["Missing item{n}", "Incomplete order", "Something is missing from my parcel"],
      bodies: [
        [
          "formal",
          'My order{n} has arrived, but the "{item}" was not in the box, although it is on the packing list. Will it come separately?',
        ],
        ["short", 'The "{item}" is missing from my order{n}.'],
        ["mobile", "parcel came today but no {item} inside?? my order{n}"],
        ["angry", 'I paid for the "{item}", which is not in the box. Please send what is missing from my order{n}, and quickly.'],
      ],
      answers: [
        'I am sorry that the "{item}" was not in the box. I have checked the packing photo of order {number} and we are sending it to you today.',
        'Thank you for letting us know. The missing "{item}" leaves tomorrow, and you will get its own tracking number.',
      ],
      notes: ["Packing weight of {number} is too low, the customer is right.", "Resend the missing piece of {number}, no charge."],
    },
    cancel: {
      subjects: ["Please cancel my order{n}", "Cancellation", "Cancel order"],
      bodies: [
        [
          "formal",
          "I would like to cancel my order{n}, as I have ordered the wrong product by mistake. Please confirm that it will not be shipped.",
        ],
        ["short", "Please cancel my order{n}, I found it cheaper elsewhere."],
        ["mobile", "can u cancel my order{n} pls i ordered twice by accident"],
        ["formal", 'Something has come up and I no longer need the "{item}". Is it still possible to cancel my order{n}?'],
        ["angry", "I asked you an hour ago to cancel my order{n} and it still says processing. Cancel it now, please."],
      ],
      answers: [
        "Done: order {number} is cancelled and nothing will be shipped. If you have paid already, the money goes back the way it came.",
        "I have stopped order {number} in time. You will receive the confirmation by e-mail in a few minutes.",
      ],
      notes: ["{number} not packed yet, can be cancelled.", "Told the warehouse to stop {number}."],
    },
    addressChange: {
      subjects: ["Change of address{n}", "Wrong delivery address", "Different address for my order"],
      bodies: [
        [
          "formal",
          "I noticed that my order{n} has my old address in {city}. Could you please have it delivered to my office instead? I can send you the details at once.",
        ],
        ["short", "Wrong house number on my order{n}, can you still change it?"],
        ["mobile", "hi i put the wrong address on my order{n} can u change it"],
        ["formal", "I will not be at home this week. Is it possible to send my order{n} to a pick-up point in {city}?"],
      ],
      answers: [
        "No problem. Please reply with the full new address and I will change it on order {number} before the courier comes.",
        "Thank you for noticing it in time. I have put a hold on order {number} until you send me the new address.",
      ],
      notes: ["Hold {number} until the new address is in.", "New address for {number} must go to the courier as well."],
    },
    refundStatus: {
      subjects: ["Refund{n}", "When do I get my refund?", "Refund for my order{n}"],
      bodies: [
        [
          "formal",
          "You informed me that my order{n} would be refunded, but the money is not on my account yet. Could you check when it was sent?",
        ],
        ["short", "Has the refund for my order{n} been sent?"],
        ["mobile", "still no refund for my order{n}, how long does it take"],
        ["angry", "You were quick to take my money and very slow to give it back. Where is the refund for my order{n}?"],
        ["formal", 'I am still waiting for the refund of the "{item}" from my order{n}. My bank cannot see any payment from you.'],
      ],
      answers: [
        "We sent the refund of {refund} for order {number}; depending on your bank it takes three to five working days to appear.",
        "I have checked order {number}: the refund of {refund} went back to the payment method you used ({payment}).",
      ],
      notes: ["Refund of {refund} on {number} is done, wait for the bank.", "Send the payment reference for {number} if asked again."],
    },
    return: {
      subjects: ["Return{n}", "How do I return an item?", "I would like to send something back"],
      bodies: [
        [
          "formal",
          'I would like to return the "{item}" from my order{n} within the 14 days. Could you send me the label and the instructions?',
        ],
        ["short", 'How do I return the "{item}"? It\'s from my order{n}.'],
        ["mobile", "hi {item} doesnt fit what i need, how to send back my order{n}"],
        [
          "formal",
          'The "{item}" is nice but not what I had imagined. I would like to send my order{n} back and get a refund. Who pays for the shipping?',
        ],
        ["angry", "There is no return form in the box of my order{n} and your website sends me in circles. How do I send it back?"],
      ],
      answers: [
        'Of course. I have sent you the return label for the "{item}" in a separate e-mail; just hand the parcel to {carrier}.',
        "You can return it within 14 days of delivery. The label for order {number} is on its way to you, and the return is free.",
      ],
      notes: ["Within 14 days, return of {number} accepted.", "Label for {number} sent, wait for the parcel."],
    },
    invoice: {
      subjects: ["Invoice{n}", "Invoice request", "I need an invoice"],
      bodies: [
        ["formal", "Could you please send me the invoice for my order{n} as a PDF? I need it for my tax return."],
        ["short", "There was no invoice with my order{n}. Can you mail it?"],
        ["formal", "I need the invoice of my order{n} in my company's name. What details do you need from me?"],
        ["mobile", "need invoice for my order{n} asap pls"],
      ],
      answers: [
        "The invoice for order {number} is attached. Please tell me if you need anything changed.",
        "I have sent the invoice for order {number} ({total}) to your e-mail address.",
      ],
      notes: ["Invoice for {number} sent again.", "{number}: ask accounting before changing the name."],
    },
    productQuestion: {
      subjects: ["Question about a product", "{item}", "Before I order"],
      bodies: [
        [
          "formal",
          'I am interested in the "{item}". Could you tell me whether it will be back in other colours and how long delivery to {city} takes?',
        ],
        ["short", 'Is the "{item}" in stock?'],
        ["mobile", "hi does the {item} come with a warranty"],
        ["formal", 'Before I order the "{item}": what are its exact measurements, and can I return it if it does not suit me?'],
      ],
      answers: [
        'Thank you for your interest in the "{item}". It is in stock and would leave our warehouse the next working day.',
        'The "{item}" has a two-year warranty, and you can send it back within 14 days.',
      ],
      notes: ['Add this question to the page of the "{item}".'],
    },
    discountCode: {
      subjects: ["Discount code does not work", "Code {code}", "Problem with my voucher"],
      bodies: [
        ["formal", 'The code {code} from your newsletter is refused when I try to buy the "{item}". Is it still valid?'],
        ["short", "Code {code} doesn't work. Why?"],
        ["mobile", "ur code {code} says invalid, wanted to get the {item}"],
        ["angry", "You advertise {code} everywhere and then it does not work at the checkout. That is misleading."],
      ],
      answers: [
        'The code {code} cannot be combined with reduced prices, and the "{item}" is on offer at the moment. I can give you free shipping instead.',
        "Sorry about that! I have reactivated {code} for your account; it is valid for seven days.",
      ],
      notes: ["{code} has expired; goodwill is fine once."],
    },
    locker: {
      subjects: ["Pick-up code", "Parcel at the pick-up point{n}", "Problem at the locker"],
      bodies: [
        ["formal", "I received a message that my order{n} is ready at {point}, but no code to collect it with. Could you send it to me?"],
        ["short", "At {point} now, they can't find my order{n}. What do I do?"],
        ["mobile", "locker wont open, its my order{n} at {point}"],
        ["formal", "I cannot get to {point} before the weekend. How long will my order{n} be kept there?"],
      ],
      answers: [
        "Your parcel {tracking} is waiting at {point}. I have asked {carrier} to send the code to your phone again.",
        "{carrier} keeps parcels at {point} for several days; I have asked them to extend the time for {tracking}.",
      ],
      notes: ["Asked {carrier} to resend the code for {tracking}."],
    },
  },
};
