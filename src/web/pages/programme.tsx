export default function Stub() { return <div className="wrap"><h1>programme</h1></div> }
